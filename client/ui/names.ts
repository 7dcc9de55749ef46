// A friendly name for those who have not chosen one.

const FIRST = ['Swift', 'Lucky', 'Neon', 'Quiet', 'Brave', 'Odd', 'Sunny', 'Sly', 'Cosmic', 'Velvet', 'Electric', 'Gentle', 'Wild', 'Keen'];
const SECOND = ['Otter', 'Comet', 'Falcon', 'Pixel', 'Badger', 'Echo', 'Lynx', 'Ember', 'Moth', 'Heron', 'Nova', 'Fox', 'Quartz', 'Gecko'];

const pick = (list: string[]): string => list[Math.floor(Math.random() * list.length)] as string;

/** Two words, at most 14 letters. */
export function randomName(): string {
  return `${pick(FIRST)}${pick(SECOND)}`;
}
