// What is wrong with a page's layout, found in the page: text that is cut off, leaves the screen or lies on other text,
// pieces of the HUD on each other, and what a finger would miss.

export interface Found {
  faults: string[];
  /** All that can be read. */
  texts: string[];
}

/** Runs in the page. */
export function findFaults(touch: boolean): Found {
  const LEAST_TEXT = 10.4;
  const FINGER = 43.5;
  const LEADING = 0.22;
  const PIECES =
    '.corner > *, .topbar-row > *, .goal, .feed > li, .gear, .guide, .announcer p, .waiting-card, .seat-notice, .spectator, .vitals, .hint, .death, .both, .netgraph, .captions li, .chat.open, .chat.fresh > li, .chat-open, .talk, .touch .stick, .touch-button, .fill, .halted, .stay, .said li, .sheet > .panel, .room-panel, .results > h2, .results .next, .results-parts, .countdown h2, .countdown b, .countdown p, .board-button';
  const LAYERS = '.panel.settings, .room-panel, .notice, .turn, .wheel-room, .sheet, .chat.open, .report-reasons, .both, .host-open, .page';
  const ui = document.getElementById('ui') as HTMLElement;
  const faults = new Set<string>();
  const { innerWidth: width, innerHeight: height } = window;
  const covered = document.querySelector('.page') && document.querySelector('main.menu');

  const nameOf = (e: Element): string => {
    const own = `${e.tagName.toLowerCase()}${[...e.classList].map((name) => `.${name}`).join('')}`;
    return e.classList.length > 0 || !e.parentElement ? own : `${nameOf(e.parentElement)}>${own}`;
  };
  const isSeen = (e: Element): boolean =>
    e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('.unseen, [inert], svg') && !covered?.contains(e);
  const isForEars = (e: Element): boolean => getComputedStyle(e).position === 'absolute' && e.clientWidth <= 1;
  const layerOf = (e: Element): Element | null => e.closest(LAYERS);
  const quote = (text: string): string => `"${text.trim().slice(0, 40)}"`;
  const meet = (a: DOMRect, b: DOMRect): [number, number] => [
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  ];
  const isOutside = (box: DOMRect): boolean => box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1;

  /** Whether it is scrolled out of sight; a text that is cut off by something that does not scroll is a fault. */
  const isScrolledAway = (e: Element, box: DOMRect, text: string): boolean | 'scrolls' => {
    let scrolls = false;
    for (let around: Element | null = e; around && around !== ui; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const edge = around.getBoundingClientRect();
      if (/auto|scroll/.test(overflowX + overflowY)) {
        scrolls = true;
        if (box.right > edge.right + 2) faults.add(`wider than ${nameOf(around)}: ${quote(text)}`);
        if (box.bottom > edge.bottom + 1 || box.top < edge.top - 1) return true;
      } else if (box.right > edge.right + 1.5 || box.bottom > edge.bottom + 2.5 || box.left < edge.left - 1.5 || box.top < edge.top - 2.5) {
        faults.add(`cut off in ${nameOf(around)}: ${quote(text)}`);
      }
    }
    return scrolls && 'scrolls';
  };

  /** Lines that lie on each other; a text's whole box may hold another one beside its last line. */
  const isOn = (a: readonly DOMRect[], b: readonly DOMRect[]): boolean =>
    a.some((one) => b.some((other) => meet(one, other).every((length) => length > 2)));
  const texts: { e: Element; text: string; lines: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(ui, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    const e = node.parentElement as HTMLElement;
    if (!text || e.closest('select, datalist') || !isSeen(e)) continue;
    // Those of other people may be shortened, and what is only read out has no size.
    if (e.closest('.name') && getComputedStyle(e).textOverflow === 'ellipsis') continue;
    if (isForEars(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) continue;
    const away = isScrolledAway(e, box, text);
    const beside = box.left < -1 || box.right > width + 1;
    if (beside || (!away && isOutside(box))) faults.add(`outside of the screen: ${nameOf(e)} ${quote(text)}`);
    if (away === true) continue;
    const size = Number.parseFloat(getComputedStyle(e).fontSize);
    if (size < LEAST_TEXT) faults.add(`${size.toFixed(1)} px small: ${nameOf(e)} ${quote(text)}`);
    // A line is higher than its letters.
    const lines = [...range.getClientRects()].map((line) => {
      const above = Math.min(size * LEADING, line.height / 3);
      return new DOMRect(line.x, line.y + above, line.width, line.height - 2 * above);
    });
    texts.push({ e, text, lines });
  }
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e) || layerOf(a.e) !== layerOf(b.e)) continue;
      if (isOn(a.lines, b.lines)) faults.add(`texts on each other: ${nameOf(a.e)} ${quote(a.text)} and ${nameOf(b.e)} ${quote(b.text)}`);
    }
  }

  const pieces = [...document.querySelectorAll(PIECES)]
    .filter(isSeen)
    .map((e) => ({ e, box: e.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 2 && box.height > 2);
  for (const [i, { e, box }] of pieces.entries()) {
    if (isOutside(box)) faults.add(`outside of the screen: ${nameOf(e)}`);
    const puck = Math.hypot(
      Math.max(box.left - width / 2, 0, width / 2 - box.right),
      Math.max(box.top - height / 2, 0, height / 2 - box.bottom),
    );
    const playing = document.querySelector('.vitals, .touch') && !layerOf(e) && !e.closest('.countdown, .death');
    if (playing && puck < Math.min(width, height) * 0.08) faults.add(`over the own puck: ${nameOf(e)}`);
    for (const other of pieces.slice(i + 1)) {
      if (e.contains(other.e) || other.e.contains(e) || layerOf(e) !== layerOf(other.e)) continue;
      const [w, h] = meet(box, other.box);
      if (w > 2 && h > 2) faults.add(`on each other: ${nameOf(e)} and ${nameOf(other.e)}, ${Math.round(w)} x ${Math.round(h)}`);
    }
  }

  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  for (const e of ui.querySelectorAll<HTMLElement>('*')) {
    if (!isSeen(e)) continue;
    const style = getComputedStyle(e);
    const hasText = [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    const mayBeShort = isForEars(e) || (style.textOverflow === 'ellipsis' && e.closest('.name'));
    if (hasText && !mayBeShort && style.display !== 'inline' && e.scrollWidth > e.clientWidth + 1)
      faults.add(`wider than its box: ${nameOf(e)} ${quote(e.textContent ?? '')}`);
    const field =
      e instanceof HTMLInputElement && !e.value ? e.placeholder : e instanceof HTMLSelectElement ? e.selectedOptions[0]?.text : '';
    if (field) {
      pen.font = style.font;
      const room = e.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      if (pen.measureText(field).width > room + 2) faults.add(`no room in its field: ${quote(field)}`);
    }
    if (touch && e.matches('button:not(.chat-name), summary, input, select, a[href]')) {
      const { width: w, height: h } = (e.matches('input') ? (e.closest('label') ?? e) : e).getBoundingClientRect();
      if (w >= 1 && (w < FINGER || h < FINGER)) {
        faults.add(
          `small for a finger, ${Math.round(w)} x ${Math.round(h)}: ${nameOf(e)} ${quote(e.textContent || e.getAttribute('aria-label') || '')}`,
        );
      }
    }
  }
  for (const e of document.querySelectorAll('.page-body, main.menu, html')) {
    if (!e.closest('[inert]') && e.scrollWidth > e.clientWidth + 1) faults.add(`scrolls sideways: ${nameOf(e)}`);
  }
  // A key's name is what is printed on it.
  const read = texts.filter(({ e }) => !e.closest('kbd, .key')).map(({ text }) => text);
  return { faults: [...faults], texts: read };
}
