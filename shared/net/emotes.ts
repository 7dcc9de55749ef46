// What players may say without writing: emotes and quick phrases. Only a place in this list travels; everybody reads it in
// their own language. Free of imports.

/** A phrase may be for one's own team only. */
interface Emote {
  id: string;
  team: boolean;
}

/** In the wire's order: new ones go at the end. */
export const EMOTES = [
  { id: 'hello', team: false },
  { id: 'nice', team: false },
  { id: 'thanks', team: false },
  { id: 'sorry', team: false },
  { id: 'laugh', team: false },
  { id: 'wow', team: false },
  { id: 'attack', team: true },
  { id: 'defend', team: true },
  { id: 'revenge', team: false },
  { id: 'goodGame', team: false },
] as const satisfies readonly Emote[];
export type EmoteId = (typeof EMOTES)[number]['id'];

/** The wheel's eight, as places in EMOTES: what a team needs while it plays, or what one says otherwise. */
const IN_TEAMS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const ALONE = [0, 1, 2, 3, 4, 5, 8, 9] as const;

/** What the wheel offers. */
export function wheelOf(teams: number, playing: boolean): readonly number[] {
  return teams > 0 && playing ? IN_TEAMS : ALONE;
}

/** From one to the next, milliseconds. */
export const EMOTE_COOL_DOWN_MS = 2000;

/** What the server tells: slot of the speaker, place in EMOTES. */
export type Said = [slot: number, index: number];
