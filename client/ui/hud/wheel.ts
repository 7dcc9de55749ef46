// The wheel of emotes and quick phrases: held open it follows mouse or stick and says what is pointed at when it is let go;
// tapped open it stays, to be clicked, tapped or answered with a number.

import { type ComponentChild, h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EMOTES } from '#shared/net/emotes.ts';
import { t } from '../../i18n/index.ts';
import { padLink } from '../../input/padLink.ts';
import { useBack } from '../back.ts';
import { placeOf, slotAt } from './wheelChoice.ts';
import { EmoteIcon } from './wheelIcons.ts';

/** CSS pixels from the middle within which nothing is pointed at; the same of a stick, as a share of its way. */
const REST_PX = 44;
const REST_STICK = 0.5;
/** Percent of the wheel's size from its middle to a slot's. */
const RADIUS = 37;

interface WheelProps {
  /** Places in EMOTES, eight of them. */
  offers: readonly number[];
  /** Whether it stays until something is chosen; else it is held open. */
  stays: boolean;
  touch: boolean;
  /** 0 to 1: how far the time to wait has passed. */
  ready: number;
  /** Gets the slot that is pointed at, -1 for none, whenever it changes. */
  onPoint: (slot: number) => void;
  onChoose: (slot: number) => void;
  onClose: () => void;
}

export function Wheel({ offers, stays, touch, ready, onPoint, onChoose, onClose }: WheelProps): ComponentChild {
  const [pointed, setPointed] = useState(-1);
  const first = useRef<HTMLButtonElement>(null);
  const point = (slot: number): void => {
    if (slot === pointed) return;
    setPointed(slot);
    onPoint(slot);
  };
  useBack(onClose);
  useNumberKeys(offers.length, onChoose, onClose);
  useStick(point);
  useEffect(() => {
    // Who opened it with a key goes on with keys; held open it takes the focus from nobody.
    if (stays && !touch) first.current?.focus();
  }, [stays]);
  const onPointerMove = ({ clientX, clientY }: PointerEvent): void =>
    point(slotAt(clientX - innerWidth / 2, clientY - innerHeight / 2, REST_PX));
  const onPointerDown = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest('.wheel button')) return;
    const slot = slotAt(event.clientX - innerWidth / 2, event.clientY - innerHeight / 2, REST_PX);
    if (slot >= 0 && !touch) onChoose(slot);
    else onClose();
  };
  return h('div', { class: 'wheel-room', onPointerMove, onPointerDown }, [
    h(
      'div',
      { class: `wheel${ready < 1 ? ' waiting' : ''}`, role: 'menu', 'aria-label': t('emote.label'), style: { '--ready': `${ready}turn` } },
      [
        offers.map((index, slot) =>
          h(Slot, {
            key: index,
            index,
            slot,
            pointed: slot === pointed,
            buttonRef: slot === 0 ? first : undefined,
            onChoose: () => onChoose(slot),
          }),
        ),
        h('p', { class: 'wheel-middle', role: 'status' }, h(Middle, { index: offers[pointed] ?? -1, ready, touch })),
      ],
    ),
  ]);
}

/** What is pointed at, and to whom it goes; else what to do. */
function Middle({ index, ready, touch }: { index: number; ready: number; touch: boolean }): ComponentChild {
  const emote = EMOTES[index];
  if (ready < 1) return t('emote.wait');
  if (!emote) return t(touch ? 'emote.tap' : 'emote.choose');
  return [h('strong', null, t(`emote.${emote.id}`)), emote.team ? h('small', null, t('emote.team')) : null];
}

interface SlotProps {
  index: number;
  slot: number;
  pointed: boolean;
  buttonRef: { current: HTMLButtonElement | null } | undefined;
  onChoose: () => void;
}

function Slot({ index, slot, pointed, buttonRef, onChoose }: SlotProps): ComponentChild {
  const { id, team } = EMOTES[index] as (typeof EMOTES)[number];
  const { x, y } = placeOf(slot);
  const look = {
    class: `wheel-slot${pointed ? ' pointed' : ''}${team ? ' for-team' : ''}`,
    style: { left: `${50 + x * RADIUS}%`, top: `${50 + y * RADIUS}%` },
  };
  return h('button', { ...look, type: 'button', role: 'menuitem', ref: buttonRef, onClick: onChoose }, [
    h(EmoteIcon, { id }),
    h('span', null, t(`emote.${id}`)),
    h('kbd', { 'aria-hidden': true }, slot + 1),
  ]);
}

/** Before anybody else gets them: numbers choose, Escape closes. */
function useNumberKeys(count: number, onChoose: (slot: number) => void, onClose: () => void): void {
  useLayoutEffect(() => {
    const end = new AbortController();
    const onKey = (event: KeyboardEvent): void => {
      const slot = Number(event.key) - 1;
      if (event.code !== 'Escape' && !(slot >= 0 && slot < count)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.code === 'Escape') onClose();
      else onChoose(slot);
    };
    addEventListener('keydown', onKey, { capture: true, signal: end.signal });
    return () => end.abort();
  });
}

/** A gamepad's sticks point, too. */
function useStick(point: (slot: number) => void): void {
  const now = useRef(point);
  now.current = point;
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = requestAnimationFrame(look);
      const { source } = padLink;
      const stick = source && [source.aim, source.move].find(({ x, y }) => Math.hypot(x, y) >= REST_STICK);
      if (stick) now.current(slotAt(stick.x, stick.y, REST_STICK));
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, []);
}
