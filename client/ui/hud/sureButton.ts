// A button for what cannot be undone: the first press asks, the second does it.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';

/** The question stays for so long. */
const ASKS_MS = 3000;

export function SureButton({ text, onSure }: { text: string; onSure: () => void }): ComponentChild {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return undefined;
    const timer = setTimeout(() => setAsking(false), ASKS_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  const press = (): void => {
    setAsking(!asking);
    if (asking) onSure();
  };
  return h('button', { type: 'button', class: asking ? 'sure' : '', onClick: press }, asking ? t('room.sure', { what: text }) : text);
}
