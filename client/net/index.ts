// All that a page needs of the network, in one chunk that is loaded behind the menu.

export { MODES } from '#shared/modes/index.ts';
export {
  actAsHost,
  createMatch,
  enterLobby,
  fetchMap,
  firstState,
  isFull,
  isLocked,
  isOutdated,
  joinMatch,
  type LobbyConnection,
  type MatchConnection,
  needsPassword,
  poll,
  quickJoin,
  type RoomWishes,
  returnToMatch,
  takeSeat,
  vote,
  watchMatch,
} from './connection.ts';
export { backdropSession, practiceSession } from './inPage.ts';
export { MatchSession } from './session.ts';
