// What is to be known of the objectives, in a few words each: from their state alone, whatever the mode.

import type { Objective } from '#shared/sim/types.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';
import { flagAs, teamAs } from '../teams.ts';

export interface ObjectiveFacts {
  objectives: readonly Objective[];
  tick: number;
  round: number;
  /** One's own slot and team, -1 for those who have none. */
  me: number;
  ownTeam: number;
  /** Whether the dead stay dead for a while: then it matters who lives. */
  lasting: boolean;
  alive: number;
  pucks: number;
  nameOf(slot: number): string;
}

export interface ObjectiveLine {
  key: string;
  /** Whose colour it has, -1 for nobody's. */
  team: number;
  text: string;
  /** Something is to be done about it. */
  urgent: boolean;
}

/** Whole seconds until a tick, not below 0. */
export const secondsUntil = (until: number, tick: number): number => Math.max(0, Math.ceil((until - tick) / TICK_HZ));

/** A line for each objective that has something to tell. */
export function objectiveLines(facts: ObjectiveFacts): ObjectiveLine[] {
  const lines: ObjectiveLine[] = [];
  facts.objectives.forEach((objective, i) => {
    const line = LINES[objective.kind](objective, facts);
    lines.push({ key: `${objective.kind}${i}`, ...line });
  });
  if (facts.lasting)
    lines.push({ key: 'alive', team: -1, text: t('objective.alive', { n: facts.alive, all: facts.pucks }), urgent: false });
  return lines;
}

type Teller = (objective: Objective, facts: ObjectiveFacts) => Omit<ObjectiveLine, 'key'>;

const LINES: Record<Objective['kind'], Teller> = { flag: flagLine, zone: zoneLine, bounds: boundsLine };

function flagLine(flag: Objective, { ownTeam, me, tick, nameOf }: ObjectiveFacts): Omit<ObjectiveLine, 'key'> {
  const { team, state, holder, untilTick } = flag;
  if (state === 'held' && holder === me) return { team, text: t('objective.carry'), urgent: true };
  const whose = flagAs(team, ownTeam);
  const urgent = state !== 'idle' && team === ownTeam;
  const carrier = nameOf(holder);
  if (state === 'held')
    return {
      team,
      text: carrier ? t('objective.flagWith', { flag: whose, name: carrier }) : t('objective.flagTaken', { flag: whose }),
      urgent,
    };
  if (state === 'loose') return { team, text: t('objective.flagDropped', { flag: whose, n: secondsUntil(untilTick, tick) }), urgent: true };
  return { team, text: t('objective.flagHome', { flag: whose }), urgent };
}

function zoneLine({ team, state, untilTick }: Objective, { ownTeam, tick }: ObjectiveFacts): Omit<ObjectiveLine, 'key'> {
  const who = state === 'held' ? teamAs(team, ownTeam) : t(state === 'contested' ? 'objective.contested' : 'objective.free');
  const n = secondsUntil(untilTick, tick);
  const text = n > 0 ? t('objective.hillMoves', { state: who, n }) : t('objective.hill', { state: who });
  return { team, text, urgent: state === 'contested' || (state === 'held' && ownTeam >= 0 && team !== ownTeam) };
}

/** Bounds that are held rest between two rounds. */
function boundsLine({ state, fromTick, untilTick }: Objective, { tick, round }: ObjectiveFacts): Omit<ObjectiveLine, 'key'> {
  if (state === 'held') return { team: -1, text: t('objective.nextRound', { n: secondsUntil(untilTick, tick) }), urgent: false };
  const closing = tick >= fromTick;
  const how = closing
    ? t(tick < untilTick ? 'objective.closing' : 'objective.closed')
    : t('objective.closes', { n: secondsUntil(fromTick, tick) });
  return {
    team: -1,
    text: round > 0 ? t('objective.round', { n: round, state: how }) : t('objective.arena', { state: how }),
    urgent: closing,
  };
}
