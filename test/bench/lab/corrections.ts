// Corrections of own pucks and their sizes: what `Prediction.reconcile` counts, seen from outside.

import { Prediction } from '../../../client/net/prediction.ts';

/** Calls back at each correction in this process, with the units that it moved the puck by. */
export function watchCorrections(onCorrection: (units: number) => void): void {
  const { reconcile } = Prediction.prototype;
  Prediction.prototype.reconcile = function (this: Prediction, server, acknowledged) {
    const { corrections } = this;
    const { x, y } = this.puck;
    const agreed = reconcile.call(this, server, acknowledged);
    if (this.corrections > corrections) onCorrection(Math.hypot(x - this.puck.x, y - this.puck.y));
    return agreed;
  };
}
