// All that a page needs of the network, in one chunk that is loaded behind the menu.

export { MODES } from '#shared/modes/index.ts';
export {
  actAsHost,
  createMatch,
  enterLobby,
  fetchMap,
  firstState,
  isElsewhere,
  isFarewell,
  isFull,
  isLocked,
  isNoRoom,
  isOutdated,
  isRefused,
  type JoinWords,
  joinMatch,
  type LobbyConnection,
  type MatchConnection,
  needsIdentity,
  needsPassword,
  poll,
  quickJoin,
  type RoomWishes,
  takeSeat,
  vote,
  waitInLine,
  watchMatch,
} from './connection.ts';
export { backdropSession, practiceSession } from './inPage.ts';
export { MatchSession } from './session.ts';
