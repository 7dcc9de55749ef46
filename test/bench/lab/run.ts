// One profile: opens the room, lets its players in, plays, and computes the figures.

import type { Figures } from '../support/measure.ts';
import type { VirtualClock } from './clock.ts';
import { watchCorrections } from './corrections.ts';
import { Effects } from './effects.ts';
import { motionFigures, spread, sum, tallyFigures } from './figures.ts';
import { Judge, Tally } from './judge.ts';
import { Motion } from './motion.ts';
import { LabPlayer } from './player.ts';
import type { Profile } from './profiles.ts';
import { Queues } from './queues.ts';
import { awaitsStore, joinRoom, openRoom, openServer } from './server.ts';
import { LabLine } from './sockets.ts';
import { Truth } from './truth.ts';

const MAP = 'foundry';
const WARM_UP_MS = 3000;
/** After the last counted moment: verdicts are given late. */
const WIND_DOWN_MS = 4000;

export interface RunSettings {
  profile: Profile;
  /** Of the laboratory's time. */
  seconds: number;
  seed: number;
}

/** Plays a profile. Returns its figures, without prefix. */
export async function runProfile(clock: VirtualClock, { profile, seconds, seed }: RunSettings): Promise<Figures> {
  const cpu = process.cpuUsage();
  const truth = new Truth();
  truth.watch();
  const corrections: number[] = [];
  watchCorrections((units) => corrections.push(units));
  const players = await seatPlayers(clock, profile, seed);
  const tallies = new Map([['', new Tally()]]);
  for (const { setup } of players) if (setup.group) tallies.set(setup.group, new Tally());
  const talliesOf = ({ setup }: LabPlayer) => [...new Set(['', setup.group ?? ''])].map((group) => tallies.get(group) as Tally);
  const judge = new Judge(truth, players, talliesOf);
  const queues = new Queues(truth, players);
  const effects = new Effects();
  const motions = players.map((player) => {
    const motion = new Motion(truth);
    player.onFrame = () => motion.look(player);
    player.screen.onFirst = (sighting) => effects.first(sighting);
    return motion;
  });
  truth.onTick = () => {
    queues.tick();
    judge.judge(clock.now);
  };

  await clock.runTo(clock.now + WARM_UP_MS);
  judge.start(clock.now);
  for (const motion of motions) motion.start();
  corrections.length = queues.lengths.length = effects.ms.length = queues.stalls.length = 0;
  const before = traffic(players);
  await clock.runTo(clock.now + seconds * 1000);
  const after = traffic(players);
  const perPlayer = 1 / (seconds * players.length);
  const figures: Figures = {
    'corrections.count': corrections.length,
    ...spread('corrections.units', corrections),
    ...spread('queue', queues.lengths),
    'steps.ahead.max': truth.stepsAhead,
    ...motionFigures(motions),
    ...spread('effect.ms', effects.ms),
    'down.Bps': (after.down - before.down) * perPlayer,
    'up.Bps': (after.up - before.up) * perPlayer,
  };
  await clock.runTo(clock.now + WIND_DOWN_MS);

  Object.assign(figures, queues.recoveryFigures());
  for (const [group, tally] of tallies) Object.assign(figures, tallyFigures(tally, group && `${group}.`));
  const { user, system } = process.cpuUsage(cpu);
  return { ...figures, 'cpu.s': (user + system) / 1e6 };
}

/** Opens a room and lets the players of a profile in; they play at once. */
export async function seatPlayers(clock: VirtualClock, profile: Profile, seed: number): Promise<LabPlayer[]> {
  await openServer(seed);
  const passing = <T>(promise: Promise<T>): Promise<T> => clock.until(promise, awaitsStore);
  const code = await passing(openRoom(MAP));
  const players: LabPlayer[] = [];
  for (const [i, setup] of profile.players.entries()) {
    const line = new LabLine(setup, seed * 1000 + i);
    const room = await passing(joinRoom(code, `Player ${i}`, line));
    const player = await passing(LabPlayer.start(room, setup, line, clock, seed * 7919 + i));
    player.play();
    players.push(player);
  }
  return players;
}

function traffic(players: readonly LabPlayer[]): { down: number; up: number } {
  const of = (pick: (player: LabPlayer) => number): number => sum(players.map(pick));
  return { down: of(({ session }) => session.stats.meter.downBytes), up: of(({ session }) => session.stats.meter.upBytes) };
}
