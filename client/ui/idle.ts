// What can wait waits until the page has shown what it has.

/** A hidden page shows nothing: then it is time anyway after so many milliseconds. */
const PATIENCE_MS = 1000;

/** Resolves when the next picture is on the screen and a press would be answered at once. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
    // A frame's callbacks run before it is shown, a timer set there after it.
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
