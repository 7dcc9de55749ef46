// The way back: Escape, or a gamepad's B, means whatever was opened last.

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

/** Goes back by one. Returns whether there was anything to go back from. */
export function goBack(): boolean {
  const last = stack.at(-1);
  last?.current();
  return last !== undefined;
}
