// What is bound to what on a kind of device: a press on a key's field waits for the new one. Who loses a key gets the old
// one in exchange, and it is said.

import { type ComponentChild, h } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { sentences, t } from '../../i18n/index.ts';
import { ACTION_NAMES, type Action, type Bound, SLOTS } from '../../input/actions.ts';
import { codesOf, controlSettings } from '../../input/bindings.ts';
import { useDevice } from '../../input/device.ts';
import { layout, nameOf } from '../../input/keyNames.ts';
import { bind, isBindable, type Rebound, resetBindings, unbind } from '../../input/rebind.ts';
import { keyFace, withKeys } from '../keyText.ts';
import { useStore } from '../store.ts';
import { type Caught, capture } from './capture.ts';

/** A field that waits for its key. */
interface Waiting {
  action: Action;
  slot: number;
}

export function BindingTable({ bound }: { bound: Bound }): ComponentChild {
  useStore(controlSettings);
  useStore(layout);
  const device = useDevice();
  const [waiting, setWaiting] = useState<Waiting>();
  const [notice, setNotice] = useState('');
  // Before it is seen to wait: a quick finger is not too quick.
  useLayoutEffect(() => {
    if (!waiting) return;
    return capture(bound, (caught) => {
      setWaiting(undefined);
      setNotice(take(waiting, bound, caught));
    });
  }, [waiting, bound]);
  const unbound = ACTION_NAMES.filter((action) => isNeeded(action, bound) && codesOf(action, bound).length === 0);
  const asks = bound === 'pad' ? t('controls.pressButton') : t('controls.pressKey');
  const hint = device === 'touch' ? sentences(asks, t('controls.tapCancels')) : asks;
  return h('div', { class: 'bindings' }, [
    h(
      'ul',
      null,
      ACTION_NAMES.map((action) => h(Row, { key: action, action, bound, waiting, onWait: setWaiting })),
    ),
    h('p', { class: 'bindings-note', role: 'status' }, withKeys(waiting ? hint : notice)),
    unbound.length > 0
      ? h('p', { class: 'bindings-note bindings-warning' }, t('controls.unbound', { actions: unbound.map(actionName).join(', ') }))
      : null,
    h('button', { type: 'button', onClick: () => resetBindings(bound) }, t('controls.reset')),
  ]);
}

const actionName = (action: Action): string => t(`action.${action}`);

/** A gamepad steers with its stick, and nobody needs the netgraph. */
const isNeeded = (action: Action, bound: Bound): boolean =>
  action !== 'netgraph' && (bound === 'keys' || !['up', 'down', 'left', 'right'].includes(action));

/** Binds what came. Returns what there is to say about it. */
function take({ action, slot }: Waiting, bound: Bound, caught: Caught): string {
  if (caught === undefined) return '';
  if (caught === null) {
    unbind(action, bound, slot);
    return '';
  }
  if (!isBindable(caught)) return t('controls.reserved', { key: nameOf(caught) });
  return sayRebound(caught, bind(action, slot, caught));
}

function sayRebound(code: string, { from, instead }: Rebound): string {
  if (!from) return '';
  const names = { key: nameOf(code), action: actionName(from) };
  return instead === undefined ? t('controls.taken', names) : t('controls.swapped', { ...names, instead: nameOf(instead) });
}

/** Clear of what is written at the edge: see the margins for it. */
const inSight = (field: HTMLElement | null): void => field?.scrollIntoView({ block: 'nearest' });

interface RowProps {
  action: Action;
  bound: Bound;
  waiting: Waiting | undefined;
  onWait: (waiting: Waiting) => void;
}

function Row({ action, bound, waiting, onWait }: RowProps): ComponentChild {
  const name = actionName(action);
  const codes = codesOf(action, bound);
  return h('li', null, [
    h('span', null, name),
    Array.from({ length: SLOTS }, (_, slot) => {
      const code = codes[slot];
      const key = code === undefined ? '' : nameOf(code);
      const waits = waiting?.action === action && waiting.slot === slot;
      const look = {
        key: slot,
        type: 'button',
        class: `key${waits ? ' waits' : ''}`,
        ref: waits ? inSight : null,
        // The way back into the settings has to stay.
        disabled: code === 'Escape',
        'aria-label': t('controls.change', { action: name, key: key || t('key.none') }),
      } as const;
      return h('button', { ...look, onClick: () => onWait({ action, slot }) }, waits ? t('controls.press') : key ? keyFace(key) : '–');
    }),
  ]);
}
