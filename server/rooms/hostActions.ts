// What a room's host may do. Nobody else may, each act is checked against what is there, and every refusal says why.

import type { LevelId } from '#shared/bots/levels.ts';
import type { HostMessage } from '#shared/net/hosting.ts';
import { REFUSED } from '#shared/net/messages.ts';
import type { HostState } from '#shared/net/schema.ts';
import { refuse } from './admission.ts';
import { Allowance } from './allowance.ts';
import type { Attendance } from './attendance.ts';
import type { RoomChat } from './chat.ts';
import type { Hosting } from './hosting.ts';
import type { Pause } from './hostPause.ts';
import type { Match } from './match.ts';
import type { Seating } from './seating.ts';

/** Acts of a host at once, and milliseconds until one more. */
const ACTS = { most: 12, everyMs: 500 };

/** What acts need of the room. */
export interface HostedRoom {
  readonly state: { readonly host: HostState };
  readonly match: Match;
  readonly seating: Seating;
  readonly hosting: Hosting;
  readonly attendance: Attendance;
  readonly chat: RoomChat;
  readonly pause: Pause;
  /** Ends what is played and goes on, on the map of an id or the one whose turn it is. */
  goOn(map?: string, countdownTicks?: number): void;
  /** What lists say of the room is another thing now. */
  relist(): void;
}

export class HostActions {
  readonly #room: HostedRoom;
  readonly #allowance = new Allowance(ACTS.most, ACTS.everyMs);

  constructor(room: HostedRoom) {
    this.#room = room;
  }

  /** Does what a session asks for. Throws ServerError with a sentence when it may not, or when it cannot be done. */
  act(sessionId: string, message: HostMessage): void {
    if (!this.#room.hosting.isHost(sessionId)) throw refuse('host', REFUSED.notHost, 'Only the host of this room may do that.');
    if (!this.#allowance.take(sessionId)) throw refuse('host-rate', REFUSED.tooFast, 'That was a lot at once: wait a moment.');
    this.carry(message, sessionId);
  }

  /** Does it for somebody who need not be the host: an operator. Throws ServerError with a sentence when it cannot be done. */
  carry(message: HostMessage, sessionId = ''): void {
    this.#act(sessionId, message);
    this.#room.state.host.pauseS = this.#room.pause.seconds;
    this.#room.relist();
  }

  #act(sessionId: string, message: HostMessage): void {
    const { match, pause, hosting, state, attendance } = this.#room;
    if (message.do === 'start') this.#start();
    else if (message.do === 'pause') pause.begin();
    else if (message.do === 'resume') pause.end();
    else if (message.do === 'restart') this.#room.goOn(match.world.map.id);
    else if (message.do === 'end') this.#end();
    else if (message.do === 'next') this.#next(message.map);
    else if (message.do === 'bots') this.#setBots(message.count, message.level ?? match.botLevel);
    else if (message.do === 'lock') state.host.locked = message.on;
    else if (message.do === 'move') this.#move(message.who, message.to);
    else if (message.do === 'host') hosting.handTo(this.#other(sessionId, message.who));
    else if (message.do === 'mute') this.#mute(this.#other(sessionId, message.who), message.on);
    else attendance.sendAway(this.#other(sessionId, message.who), message.do);
  }

  #start(): void {
    const { match, pause } = this.#room;
    const { phase } = match.world;
    if (pause.seconds > 0) {
      pause.end();
      return;
    }
    if (phase === 'live' || phase === 'overtime') throw refuse('host', REFUSED.notNow, 'The match runs already.');
    if (phase !== 'results' && !match.isEnough) throw refuse('host', REFUSED.notNow, 'There is nobody to play against yet: add a bot.');
    this.#room.goOn(phase === 'results' ? undefined : match.world.map.id, 0);
  }

  #setBots(bots: number, botLevel: LevelId): void {
    this.#room.match.setBots(bots, botLevel);
    Object.assign(this.#room.state.host, { bots, botLevel });
  }

  #end(): void {
    const { match, pause } = this.#room;
    const { phase } = match.world;
    if (phase !== 'live' && phase !== 'overtime') throw refuse('host', REFUSED.notNow, 'No match is being played now.');
    pause.end();
    match.finish();
  }

  #next(map: string | undefined): void {
    if (map !== undefined && !this.#room.match.rotation.serves(map))
      throw refuse('host', REFUSED.notNow, 'There is no such map for this mode.');
    this.#room.goOn(map);
  }

  #move(who: string, to: 'team' | 'watch'): void {
    const { seating, match, attendance } = this.#room;
    const seat = seating.seats.of(who);
    if (!seat) throw refuse('host', REFUSED.noTarget, 'Nobody with that name plays here.');
    if (to === 'watch') {
      attendance.bench(who);
      return;
    }
    const slot = match.changeSide(seat.slot);
    if (slot < 0) throw refuse('host', REFUSED.notNow, 'There is no other team with room.');
    seating.move(new Map([[seat.slot, slot]]));
  }

  #mute(who: string, on: boolean): void {
    const person = this.#room.attendance.personOf(who);
    if (person) this.#room.chat.silence(person, on);
  }

  /** Somebody in the room who is not the host. */
  #other(sessionId: string, who: string): string {
    if (who === sessionId) throw refuse('host', REFUSED.noTarget, 'You cannot do that to yourself.');
    if (!this.#room.hosting.isPresent(who)) throw refuse('host', REFUSED.noTarget, 'That person is not here any more.');
    return who;
  }
}
