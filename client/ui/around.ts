// All that is drawn and told around a match, in one chunk that is loaded behind the menu.

import './styles/match.css';

export { Hud } from './hud/hud.ts';
export { Match } from './match.ts';
