// What the HUD has of the devices: the actions that are its own, and what only some of them need, loaded with them.

import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Action } from '../../input/actions.ts';
import type { Device } from '../../input/device.ts';
import { loadInHand, loadTouch } from '../load.ts';
import type { Match } from '../match.ts';

/** What the HUD does for an action: gets whether it begins or ends. */
export type Deeds = Partial<Record<Action, (down: boolean) => unknown>>;

/** Does what a player's actions ask for, as long as the component is there. */
export function useActions(match: Match, deeds: Deeds): void {
  const now = useRef(deeds);
  now.current = deeds;
  useLayoutEffect(
    () =>
      match.controls.listen((action, down) => {
        const deed = now.current[action];
        deed?.(down);
        return deed !== undefined;
      }),
    [match],
  );
}

/**
 * The table while its key is held or once it was asked for, the netgraph, the settings; where there are fields the table's
 * key walks through them.
 */
export function useHudKeys(match: Match, inFields: boolean, onMenu: () => void): { board: boolean; net: boolean; toggleBoard: () => void } {
  const [board, setBoard] = useState(false);
  const [net, setNet] = useState(false);
  useEffect(() => {
    if (inFields) setBoard(false);
  }, [inFields]);
  useActions(match, {
    ...(inFields && !board ? {} : { board: (down) => setBoard(down && !inFields) }),
    netgraph: (down) => down && setNet((on) => !on),
    menu: (down) => down && onMenu(),
  });
  return { board, net, toggleBoard: () => setBoard(!board) };
}

type Layer = ComponentType<{ match: Match; playing: boolean }>;

/** What fingers need to see, once it is there; nothing for who does not use them. */
export function useTouchLayer(wanted: boolean): Layer | undefined {
  const [layer, setLayer] = useState<{ View: Layer }>();
  useEffect(() => {
    // Without it there is still the mouse.
    if (wanted) void loadTouch().then(({ TouchLayer }) => setLayer({ View: TouchLayer }), Boolean);
  }, [wanted]);
  return wanted ? layer?.View : undefined;
}

/** A phone and a gamepad are felt, and their screen stays on. */
export function useInHand(match: Match, device: Device): void {
  const held = device !== 'keys';
  useEffect(() => {
    if (!held) return;
    let release: (() => void) | undefined;
    let over = false;
    void loadInHand().then(({ holdInHand }) => {
      if (!over) release = holdInHand(match);
    }, Boolean);
    return () => {
      over = true;
      release?.();
    };
  }, [match, held]);
}
