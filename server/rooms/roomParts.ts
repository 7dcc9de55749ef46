// Puts a room together from those who do its jobs. What they need of the room itself, its ticks and its end, comes as `acts`.

import type { Room } from '@colyseus/core';
import type { CommandState, MatchState } from '#shared/net/schema.ts';
import type { RecordingStore } from '../store/recordings.ts';
import { Attendance } from './attendance.ts';
import { RoomChat } from './chat.ts';
import { takeEmotes } from './emotes.ts';
import { HostActions } from './hostActions.ts';
import { Hosting } from './hosting.ts';
import { RoomPassword } from './hostPassword.ts';
import { Pause } from './hostPause.ts';
import type { KeptRoom } from './keptRoom.ts';
import { MapRequests } from './mapRequests.ts';
import { Match } from './match.ts';
import type { RoomOptions } from './options.ts';
import { Oversight } from './oversight.ts';
import { Patches } from './patches.ts';
import { takeRequests } from './requests.ts';
import { Results } from './results.ts';
import { RoomKeeper } from './roomKeeper.ts';
import { RoomTicks } from './roomTicks.ts';
import { Seating } from './seating.ts';
import { Traffic } from './traffic.ts';
import { Votes } from './votes.ts';

/** What the room itself does when one of its parts says so. */
export interface RoomActs {
  /** Ends what is played and goes on, on the map of an id or the one whose turn it is, after so many ticks of countdown or as usual. */
  goOn(map?: string, countdownTicks?: number): void;
  /** Somebody new is let in: a match that slept until then begins. */
  wake(): void;
  /** Somebody is back on a seat that waited for them. */
  returned(): void;
  /** What lists say of the room is another thing now. */
  relist(): void;
  /** Whether the match stands still. */
  halts(): boolean;
  /** The room ends for everybody, with a sentence that says why. */
  end(why: string): void;
}

export type RoomParts = ReturnType<typeof putTogether>;

/** The parts of a room by its options, of which the password is taken; `kept` is a room that goes on after a restart. */
export function putTogether(
  room: Room<{ state: MatchState; input: CommandState }>,
  options: RoomOptions,
  recordings: RecordingStore,
  kept: KeptRoom | undefined,
  { goOn, wake, returned, relist, halts, end }: RoomActs,
) {
  const { state, roomId: code } = room;
  const { title, cap, hosted, bots, botLevel } = options;
  Object.assign(state.host, { title, cap, bots, botLevel });
  const password = new RoomPassword(options.password, kept?.password);
  options.password = '';
  const match = new Match(options, code, recordings, kept);
  const patches = new Patches(room, state, match);
  const seating = new Seating(state, match, () => patches.publishBetween());
  const hosting = new Hosting(state.host, hosted);
  const results = new Results(state);
  const pause = new Pause();
  const ticks = new RoomTicks();
  const traffic = new Traffic();
  const mapRequests = new MapRequests();
  const forgetAnswers = (sessionId: string): void => {
    results.forget(sessionId);
    votes.forget(sessionId);
  };
  const basics = { state, options, match, seating, hosting };
  const attendance = new Attendance(room, { ...basics, password, wake, returned, forgetAnswers, relist });
  const votes = new Votes({ ...basics, attendance, goOn });
  const chat = new RoomChat(room, { ...basics, attendance });
  const actions = new HostActions({
    ...{ ...basics, attendance, chat, pause, goOn },
    relist() {
      relist();
      attendance.serveLine();
    },
  });
  const keeper = new RoomKeeper({ ...basics, code, attendance, chat, password });
  const oversight = new Oversight(room, {
    ...{ ...basics, actions, chat, ticks, traffic, halts, end },
    private: options.private,
    personOf: (sessionId) => attendance.personOf(sessionId),
    isHost: (sessionId) => hosting.isHost(sessionId),
  });
  takeRequests(room, { match, patches, seating, attendance, results, actions, votes, mapRequests });
  takeEmotes(room, () => ({ seats: seating.seats, teams: match.world.mode.teams, hears: chat.hears }));
  return {
    match,
    patches,
    seating,
    hosting,
    attendance,
    password,
    chat,
    votes,
    results,
    pause,
    ticks,
    traffic,
    mapRequests,
    keeper,
    oversight,
  };
}
