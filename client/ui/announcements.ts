// The announcer's words: for each event that deserves them a text, a sound and how much it matters, as seen by whoever
// hears it. Good news for one's own side sound upward, bad news downward.

import type { Call, CallEvent } from '#shared/announcer.ts';
import type { MatchEvent } from '#shared/net/messages.ts';
import type { FlagAct, Phase, RoundAct, ZoneAct } from '#shared/sim/types.ts';
import type { CueName, Mood } from '../audio/cues.ts';
import { t } from '../i18n/index.ts';
import type { Outcome } from './outcome.ts';
import { flagAs, teamAs } from './teams.ts';

/** Who hears it; -1 for what one does not have. */
export interface Hearer {
  me: number;
  ownTeam: number;
  nameOf(slot: number): string;
  /** -1 in modes without teams. */
  teamOf(slot: number): number;
  outcome(): Outcome;
}

export interface Announcement {
  /** Empty for a mere sound; read anew each time, since the language may change. */
  readonly text: string;
  cue: CueName;
  mood: Mood;
  /** 0: only when there is nothing else to say, to 3. */
  importance: number;
}

type EventOf<T extends MatchEvent['type']> = Extract<MatchEvent, { type: T }>;

interface Row<E> {
  cue: CueName;
  importance: number;
  text(event: E, hearer: Hearer): string;
  /** Even without this. */
  mood?(event: E, hearer: Hearer): Mood;
}

const IN_A_ROW = { 2: 'say.row2', 3: 'say.row3', 4: 'say.row4' } as const;

const CALLS: Record<Call, Row<CallEvent>> = {
  firstHit: {
    cue: 'firstHit',
    importance: 2,
    text: ({ slot }, to) => t('say.byName', { what: t('say.firstHit'), name: to.nameOf(slot) }),
    mood: ofActor,
  },
  multi: { cue: 'multi', importance: 2, text: (e, to) => byName(inARow(e.count), e.slot, to), mood: ofActor },
  spree: { cue: 'spree', importance: 2, text: (e, to) => byName(t('say.spree', { n: e.count }), e.slot, to), mood: ofActor },
  spreeEnded: {
    cue: 'spreeEnded',
    importance: 2,
    text: ({ count, slot }, { me, nameOf }) =>
      slot === me ? t('say.spreeEndedYou', { n: count }) : t('say.spreeEnded', { n: count, name: nameOf(slot) }),
    mood: ofActor,
  },
};

const FLAGS: Record<FlagAct, Row<EventOf<'flag'>>> = {
  taken: { cue: 'flagTaken', importance: 3, text: takenText, mood: (event, to) => ofEnemyLoss(event.team, to) },
  dropped: {
    cue: 'flagDropped',
    importance: 2,
    text: ({ team }, { ownTeam }) => t('say.flagDropped', { flag: flagAs(team, ownTeam) }),
    mood: (event, to) => ofOwnGain(event.team, to),
  },
  returned: {
    cue: 'flagReturned',
    importance: 2,
    text: ({ team }, { ownTeam }) => t('say.flagReturned', { flag: flagAs(team, ownTeam) }),
    mood: (event, to) => ofOwnGain(event.team, to),
  },
  captured: { cue: 'flagCaptured', importance: 3, text: capturedText, mood: (event, to) => ofEnemyLoss(event.team, to) },
};

const ZONES: Record<ZoneAct, Row<EventOf<'zone'>>> = {
  held: {
    cue: 'zoneHeld',
    importance: 1,
    text: ({ team }, { ownTeam }) => t('say.zoneHeld', { team: teamAs(team, ownTeam) }),
    mood: ({ team }, to) => ofOwnGain(team, to),
  },
  contested: { cue: 'zoneContested', importance: 0, text: () => t('say.zoneContested') },
  lost: { cue: 'zoneLost', importance: 0, text: () => t('say.zoneLost') },
  moved: { cue: 'zoneMoved', importance: 3, text: () => t('say.zoneMoved') },
};

const ROUNDS: Record<RoundAct, Row<EventOf<'round'>>> = {
  began: { cue: 'round', importance: 3, text: ({ round }) => t('say.round', { n: round }) },
  ended: {
    cue: 'roundEnded',
    importance: 3,
    text: ({ slot }, { me, nameOf }) =>
      slot < 0 ? t('say.roundNobody') : slot === me ? t('say.roundYours') : t('say.roundOf', { name: nameOf(slot) }),
    mood: ofActor,
  },
};

/** Waiting, countdown and results have screens of their own. */
const PHASES: Record<Phase, Row<EventOf<'phase'>> | undefined> = {
  waiting: undefined,
  countdown: undefined,
  live: { cue: 'go', importance: 3, text: () => t('say.go') },
  overtime: { cue: 'overtime', importance: 3, text: () => t('say.overtime') },
  results: { cue: 'end', importance: 3, text: () => '', mood: (_event, to) => ofOutcome(to) },
};

/** What is to be said about an event; nothing for most. */
export function announce(event: MatchEvent, to: Hearer): Announcement | undefined {
  switch (event.type) {
    case 'call':
      return say(CALLS[event.call], event, to, event.slot === to.me ? 0 : -1);
    case 'flag':
      return say(FLAGS[event.act], event, to);
    case 'zone':
      return say(ZONES[event.act], event, to);
    case 'round':
      return say(ROUNDS[event.act], event, to);
    case 'phase':
      return say(PHASES[event.phase], event, to);
    default:
      return undefined;
  }
}

/** Other people's feats matter a little less. */
function say<E>(row: Row<E> | undefined, event: E, to: Hearer, less = 0): Announcement | undefined {
  if (!row) return undefined;
  const { cue, importance } = row;
  return {
    get text() {
      return row.text(event, to);
    },
    cue,
    mood: row.mood?.(event, to) ?? 'even',
    importance: importance + less,
  };
}

function inARow(count: number): string {
  const key = IN_A_ROW[count as keyof typeof IN_A_ROW];
  return key ? t(key) : t('say.row', { n: count });
}

function byName(what: string, slot: number, { me, nameOf }: Hearer): string {
  return slot === me ? what : t('say.byName', { what, name: nameOf(slot) });
}

function takenText({ team, slot }: EventOf<'flag'>, { me, ownTeam, nameOf }: Hearer): string {
  return slot === me ? t('say.youHaveFlag') : t('say.flagTaken', { flag: flagAs(team, ownTeam), name: nameOf(slot) });
}

function capturedText({ team, slot }: EventOf<'flag'>, { me, ownTeam, nameOf }: Hearer): string {
  return slot === me ? t('say.youCaptured') : t('say.flagCaptured', { flag: flagAs(team, ownTeam), name: nameOf(slot) });
}

/** Good from oneself and one's team, bad from the other, even from those who are neither. */
function ofActor({ slot }: { slot: number }, { me, ownTeam, teamOf }: Hearer): Mood {
  if (slot >= 0 && slot === me) return 'good';
  if (slot < 0 || ownTeam < 0) return 'even';
  return teamOf(slot) === ownTeam ? 'good' : 'bad';
}

/** Something good for a team. */
function ofOwnGain(team: number, { ownTeam }: Hearer): Mood {
  if (ownTeam < 0) return 'even';
  return team === ownTeam ? 'good' : 'bad';
}

/** Something bad for a team. */
function ofEnemyLoss(team: number, { ownTeam }: Hearer): Mood {
  if (ownTeam < 0) return 'even';
  return team === ownTeam ? 'bad' : 'good';
}

function ofOutcome({ me, ownTeam, outcome }: Hearer): Mood {
  const won = outcome();
  if (me < 0 || won.kind === 'draw') return 'even';
  return (won.kind === 'team' ? won.team === ownTeam : won.slot === me) ? 'good' : 'bad';
}
