// What bots are called: words of the billiard table.

export const BOT_NAMES: readonly string[] = [
  'Ricochet',
  'Carom',
  'Kiss',
  'Bricole',
  'Massé',
  'English',
  'Scratch',
  'Cushion',
  'Jawbreak',
  'Snooker',
  'Rail',
  'Banker',
  'Chalk',
  'Spot',
  'Rack',
  'Cue',
];
