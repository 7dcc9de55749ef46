// A little geometry of what flies past what.

/** The point nearest to the origin on the straight way from one place to another. */
export function nearestOnWay(x1: number, y1: number, x2: number, y2: number): { x: number; y: number } {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / square));
  return { x: x1 + dx * share, y: y1 + dy * share };
}
