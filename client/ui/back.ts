// The way back: Escape, a gamepad's B or the browser's Back mean whatever was opened last.

import { useLayoutEffect, useRef } from 'preact/hooks';

type Back = () => void;

const stack: { current: Back }[] = [];

/** What back means as long as the component is there. */
export function useBack(back: Back): void {
  const last = useRef(back);
  last.current = back;
  useLayoutEffect(() => {
    stack.push(last);
    return () => {
      stack.splice(stack.indexOf(last), 1);
    };
  }, []);
}

let out: Back | undefined;

/** What asks whether to leave, as long as the component is there: where Back leads when nothing is open. */
export function useWayOut(ask: Back): void {
  useLayoutEffect(() => {
    out = ask;
    return () => {
      out = undefined;
    };
  }, []);
}

/** Asks whether to leave what runs, if anything does. */
export function askOut(): void {
  out?.();
}

/** Goes back by one. Returns whether there was anything to go back from. */
export function goBack(): boolean {
  const last = stack.at(-1);
  last?.current();
  return last !== undefined;
}
