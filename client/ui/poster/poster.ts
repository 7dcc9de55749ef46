// The poster on the screen: a picture of the match that has ended, to keep or to share.

import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '../../i18n/index.ts';
import type { Match } from '../match.ts';
import { useStore } from '../store.ts';
import { drawPoster, POSTER, posterFont, TITLE_FONT } from './drawPoster.ts';
import { type PosterFacts, posterFacts } from './facts.ts';
import './poster.css';

const FILE = 'carom.png';
/** The table's last numbers come with the results, at the latest after so long. */
const SETTLE_MS = 300;

export function Poster({ match }: { match: Match }): ComponentChild {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [file, setFile] = useState<File>();
  const { code } = useStore(language);
  useEffect(() => {
    let over = false;
    const draw = async (): Promise<void> => {
      const facts = posterFacts(match);
      await fontsFor(facts);
      const element = canvas.current;
      const g = element?.getContext('2d');
      if (over || !element || !g) return;
      drawPoster(g, facts);
      element.toBlob((blob) => blob && !over && setFile(new File([blob], FILE, { type: 'image/png' })), 'image/png');
    };
    const timer = setTimeout(() => void draw(), SETTLE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [match, code]);
  const shared = file && navigator.canShare?.({ files: [file] }) ? file : undefined;
  return h('figure', { class: 'poster panel' }, [
    h('canvas', { ref: canvas, width: POSTER.width, height: POSTER.height, role: 'img', 'aria-label': t('poster.label') }),
    h('figcaption', null, [
      h('button', { type: 'button', class: 'plain', disabled: !file, onClick: () => file && save(file) }, t('poster.save')),
      shared ? h('button', { type: 'button', class: 'plain', onClick: () => void share(shared) }, t('poster.share')) : null,
    ]),
  ]);
}

/** Letters that the page has not shown yet come over the net; without them others stand in. */
async function fontsFor({ headline, where, bank, players, awards }: PosterFacts): Promise<void> {
  const texts = [
    headline,
    where,
    bank?.told,
    ...players.map(({ name }) => name),
    ...awards.flatMap(({ title, name, text }) => [title, name, text]),
  ];
  const { fonts } = document;
  await Promise.allSettled([fonts.load(`700 20px ${posterFont()}`, texts.join('')), fonts.load(`20px ${TITLE_FONT}`)]);
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
