// What a match is fought over, each by its kind, whatever the mode: flags, zones, bounds.

import type { ArenaMap } from '#shared/sim/map.ts';
import type { Objective } from '#shared/sim/types.ts';
import type { ShownPuck } from '../net/sessionTypes.ts';
import { drawBounds } from './boundsView.ts';
import type { CameraRig } from './cameraRig.ts';
import { drawFlag } from './flagView.ts';
import type { Coloring } from './palette.ts';
import type { Picture } from './picture.ts';
import { drawZone } from './zoneView.ts';

/** What the drawing of objectives reads. */
export interface ObjectiveScene {
  objectives: readonly Objective[];
  pucks: readonly ShownPuck[];
  /** One's own slot, -1 without one. */
  me: number;
  map: ArenaMap;
  /** The shown tick. */
  present: number;
  colors: Coloring;
  /** The part of the world that is in the picture. */
  view: CameraRig['view'];
  /** Fewer and slower changes of light. */
  calm: boolean;
}

type Draw = (objective: Objective, scene: ObjectiveScene, picture: Picture) => void;

const DRAW: Record<Objective['kind'], Draw> = { flag: drawFlag, zone: drawZone, bounds: drawBounds };

/** Draws all objectives; pucks come later and lie above. */
export function drawObjectives(scene: ObjectiveScene, picture: Picture): void {
  for (const objective of scene.objectives) DRAW[objective.kind](objective, scene, picture);
}
