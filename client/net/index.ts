// All that a page needs of the network, in one chunk that is loaded behind the menu.

export { MODES } from '#shared/modes/index.ts';
export {
  createMatch,
  fetchMap,
  firstState,
  isFull,
  isOutdated,
  joinMatch,
  type MatchConnection,
  quickJoin,
  returnToMatch,
  takeSeat,
  vote,
  watchMatch,
} from './connection.ts';
export { backdropSession, practiceSession } from './inPage.ts';
export { MatchSession } from './session.ts';
