// What those in a room ask of it, each with its shape and with who answers; chat, emotes and reports of players are taken
// where they are handled. The framework turns what is thrown into an answer.

import type { Room } from '@colyseus/core';
import { hostMessage, pollMessage } from '#shared/net/hosting.ts';
import { awayMessage, handicapOf, lagMessage, lineMessage, MESSAGE, REFUSED, voteMessage } from '#shared/net/messages.ts';
import { refuse } from './admission.ts';
import type { Attendance } from './attendance.ts';
import type { HostActions } from './hostActions.ts';
import type { MapRequests } from './mapRequests.ts';
import type { Match } from './match.ts';
import type { Patches } from './patches.ts';
import type { Results } from './results.ts';
import type { Seating } from './seating.ts';
import type { Votes } from './votes.ts';

/** Who answers. */
export interface Answerers {
  readonly match: Match;
  readonly patches: Patches;
  readonly seating: Seating;
  readonly attendance: Attendance;
  readonly results: Results;
  readonly actions: HostActions;
  readonly votes: Votes;
  readonly mapRequests: MapRequests;
}

/** Has a room answer from now on. */
export function takeRequests(room: Room, answerers: Answerers): void {
  const { match, patches, seating, attendance, results, actions, votes, mapRequests } = answerers;
  room.onMessage(MESSAGE.map, ({ sessionId }) => {
    // Who asks begins to read the state now.
    patches.renewBases();
    return mapRequests.answer(sessionId, match.mapText);
  });
  room.onMessage(MESSAGE.seat, (client) => attendance.giveSeat(client));
  room.onMessage(MESSAGE.line, lineMessage, (client, wait) => attendance.queue(client, wait));
  room.onMessage(MESSAGE.lag, lagMessage, ({ sessionId }, lag) => seating.showHandicap(sessionId, handicapOf(lag)));
  room.onMessage(MESSAGE.away, awayMessage, ({ sessionId }, away) => {
    const seat = seating.seats.of(sessionId);
    if (seat) seating.setAway(seat, away);
  });
  room.onMessage(MESSAGE.vote, voteMessage, ({ sessionId }, index) => {
    if (!seating.seats.of(sessionId)) throw refuse('vote', REFUSED.options, 'Only those who play vote on the next map.');
    results.vote(sessionId, index);
  });
  room.onMessage(MESSAGE.host, hostMessage, ({ sessionId }, message) => actions.act(sessionId, message));
  room.onMessage(MESSAGE.poll, pollMessage, ({ sessionId }, message) => votes.take(sessionId, message));
}
