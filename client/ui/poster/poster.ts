// The poster on the screen: a picture of the match that has ended, to keep or to share.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { drawPoster, POSTER } from './drawPoster.ts';
import { posterFacts } from './facts.ts';
import './poster.css';

const FILE = 'carom.png';
/** The table's last numbers come with the results, at the latest after so long. */
const SETTLE_MS = 300;

export function Poster({ match }: { match: Match }): ComponentChild {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [file, setFile] = useState<File>();
  useEffect(() => {
    const timer = setTimeout(() => {
      const element = canvas.current;
      const g = element?.getContext('2d');
      if (!element || !g) return;
      drawPoster(g, posterFacts(match));
      element.toBlob((blob) => blob && setFile(new File([blob], FILE, { type: 'image/png' })), 'image/png');
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [match]);
  const shared = file && navigator.canShare?.({ files: [file] }) ? file : undefined;
  return h('figure', { class: 'poster panel' }, [
    h('canvas', { ref: canvas, width: POSTER.width, height: POSTER.height, role: 'img', 'aria-label': t('poster.label') }),
    h('figcaption', null, [
      h('button', { type: 'button', class: 'plain', disabled: !file, onClick: () => file && save(file) }, t('poster.save')),
      shared ? h('button', { type: 'button', class: 'plain', onClick: () => void share(shared) }, t('poster.share')) : null,
    ]),
  ]);
}

function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has begun to write it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function share(file: File): Promise<void> {
  // Who thinks better of it closes the sheet: nothing is wrong then.
  await navigator.share({ files: [file], title: 'Carom' }).catch(() => undefined);
}
