// The verdicts, once the truth and the screens are known.
//
// Unfair hit: the server hit a player's puck with somebody's bolt, and on that player's own screen the bolt was drawn, but
//   missed: it never touched the own puck while it was drawn (to within a tick: the server moves bolts first
//           and pucks second, and the last frame before a hit is up to a tick short of it); called dodged when the puck was dashing near it, or
//   parried: at the first touch the own puck held a parry toward it, and did so a tick before and a tick after as well.
// Late hit: the bolt was drawn for less than 100 ms before it touched, or not at all. One may be late and unfair.
// Agreed: the first enemy that one's own bolt touched on the screen is whom the server has that bolt hit, blocked by or
//   parried by. A touch by a bolt that the server never fired (a phantom) is not agreed.
// Unseen: the server has a bolt meet a puck that it never touched on its shooter's screen.

import type { LabPlayer } from './player.ts';
import type { Sighting } from './screen.ts';
import { type Contact, keyOf, type Truth } from './truth.ts';

/** A verdict is given so long after the contact: by then every screen has shown what it will. */
const WAIT_MS = 1500;
const LATE_MS = 100;
/** A meeting on the screen that was over so many ticks before the server's contact was another. Afterwards none is too late: a strike is shown when it is known. */
const SAME_TICKS = 10;

/** Counts of one group of players. */
export class Tally {
  /** By others' bolts, on players who were awake. */
  hits = 0;
  deaths = 0;
  unfairHits = 0;
  unfairDeaths = 0;
  /** Unfair without the tolerance of a tick. */
  asDrawnHits = 0;
  asDrawnDeaths = 0;
  missed = 0;
  dodged = 0;
  parried = 0;
  lateHits = 0;
  lateDeaths = 0;
  unseenByVictim = 0;
  /** Milliseconds for which bolts that hit were drawn before. */
  readonly warnings: number[] = [];
  shots = 0;
  phantoms = 0;
  touches = 0;
  agreed = 0;
  unseenByShooter = 0;
  met = 0;
}

export class Judge {
  readonly #truth: Truth;
  readonly #players: readonly LabPlayer[];
  readonly #tally: (player: LabPlayer) => Tally[];
  #next = 0;
  #from = 0;

  constructor(truth: Truth, players: readonly LabPlayer[], tally: (player: LabPlayer) => Tally[]) {
    this.#truth = truth;
    this.#players = players;
    this.#tally = tally;
    for (const player of players) player.screen.onOver = (sighting) => this.#judgeShot(player, sighting);
  }

  /** Counts from now on. */
  start(ms: number): void {
    this.#from = ms;
  }

  /** Gives the verdicts that are due. */
  judge(ms: number): void {
    const { contacts } = this.#truth;
    for (; this.#next < contacts.length; this.#next++) {
      const contact = contacts[this.#next] as Contact;
      if (contact.ms > ms - WAIT_MS) return;
      if (contact.ms > this.#from) this.#judgeContact(contact);
    }
  }

  #judgeContact(contact: Contact): void {
    if (contact.by === contact.victim || contact.kind !== 'hit') return;
    const victim = this.#players.find(({ session }) => session.me === contact.victim);
    if (!victim || victim.asleep) return;
    const sighting = victim.screen.byKey.get(keyOf(contact.bolt));
    const verdict = verdictOf(contact, sighting);
    for (const tally of this.#tally(victim)) addHit(tally, contact, verdict);
  }

  #judgeShot(player: LabPlayer, sighting: Sighting): void {
    if (!sighting.own || sighting.firstMs < this.#from) return;
    // A parried bolt comes back as a new one that was not shot.
    const shot = sighting.shown.bolt.spawnLevel === 0;
    const contact = this.#truth.byBolt.get(sighting.key);
    const met = contact !== undefined && contact.victim !== contact.by;
    for (const tally of this.#tally(player)) {
      if (shot) tally.shots++;
      if (sighting.key === '') tally.phantoms++;
      if (met) tally.met++;
      if (sighting.touchedOther) {
        tally.touches++;
        if (met && contact.victim === sighting.touchedOther.slot) tally.agreed++;
      } else if (met) tally.unseenByShooter++;
    }
  }
}

interface Verdict {
  fault: 'missed' | 'dodged' | 'parried' | undefined;
  /** Whether it was unfair without any tolerance. */
  asDrawn: boolean;
  unseen: boolean;
  /** Milliseconds for which it was drawn before the touch. */
  warningMs: number;
}

function verdictOf({ ms, tick }: Contact, sighting: Sighting | undefined): Verdict {
  if (!sighting || sighting.framesAlive === 0) return { fault: undefined, asDrawn: false, unseen: true, warningMs: 0 };
  const { dashed, firstMs, lastMs } = sighting;
  // The one that the server means: the same bolt may have passed before.
  const meeting = [...sighting.earlier, sighting].find(({ touchedMe, until }) => touchedMe && until >= tick - SAME_TICKS);
  const warningMs = (meeting?.touchedMe?.ms ?? Math.max(ms, lastMs)) - firstMs;
  const fault = !meeting ? (dashed ? 'dodged' : 'missed') : meeting.parried ? 'parried' : undefined;
  return { fault, asDrawn: !meeting?.drawnTouch || meeting.drawnParry, unseen: false, warningMs };
}

function addHit(tally: Tally, { deadly }: Contact, { fault, asDrawn, unseen, warningMs }: Verdict): void {
  const deaths = deadly ? 1 : 0;
  tally.hits++;
  tally.deaths += deaths;
  tally.warnings.push(warningMs);
  if (unseen) tally.unseenByVictim++;
  if (warningMs < LATE_MS) {
    tally.lateHits++;
    tally.lateDeaths += deaths;
  }
  if (asDrawn) {
    tally.asDrawnHits++;
    tally.asDrawnDeaths += deaths;
  }
  if (!fault) return;
  tally[fault]++;
  tally.unfairHits++;
  tally.unfairDeaths += deaths;
}
