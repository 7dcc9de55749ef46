// What people write, made harmless, and names that can be told apart.

import assert from 'node:assert/strict';
import { NAME_MAX } from '#shared/net/protocol.ts';
import { cleanText } from '#shared/net/text.ts';
import { isRude, starRude } from '../../server/chat/filter.ts';
import { lookOf } from '../../server/chat/look.ts';
import { fittingName } from '../../server/chat/names.ts';

describe('a written line', () => {
  const cases: [what: string, written: string, told: string][] = [
    ['keeps letters of all scripts, and emoji', 'Grüße, 你好, नमस्ते 🎱!', 'Grüße, 你好, नमस्ते 🎱!'],
    ['keeps markup as the text that it is', '<b onclick=x>hi</b> &amp;', '<b onclick=x>hi</b> &amp;'],
    ['has single spaces and no line breaks', '  a \n\n b\t\u2028c  ', 'a b c'],
    ['has no control characters and nothing that turns the direction', 'a\u0007b\u202eevil\u200f', 'a b evil'],
    ['has no invisible letters', 'a\u200b\u3164\u2800\u034fb', 'a b'],
    ['has two marks on a letter at most', `q${'\u0301'.repeat(40)}`, 'q\u0301\u0301'],
    ['repeats a letter eight times at most', `n${'o'.repeat(90)}`, `n${'o'.repeat(8)}`],
    ['is as long as lines may be', `${'ab'.repeat(90)}`, 'ab'.repeat(80)],
    ['is cut between letters, not inside of one', '🎱'.repeat(4) + 'x'.repeat(3), '🎱🎱🎱🎱xxx'],
    ['can be nothing', '\u200b\u2060 \u3164', ''],
  ];
  for (const [what, written, told] of cases) it(what, () => assert.equal(cleanText(written, 160), told.normalize('NFC')));
});

describe('rude words', () => {
  for (const text of ['fuck this', 'fuсk in Cyrillic', 'sh1t', 'ａｓｓｈｏｌｅ'])
    it(`are starred out: ${text}`, () => assert.match(starRude(text), /\*{3}/));
  for (const text of ['classic assassin', 'Scunthorpe cocktail', 'Massé, Jawbreak and Snooker', 'grape shot'])
    it(`are not seen in ${text}`, () => assert.equal(isRude(text), false));
});

describe('a name', () => {
  it('stays as it is where nobody has it', () => assert.equal(fittingName('Zoë', ['Bob']), 'Zoë'));
  it('gets a number where somebody has it', () => assert.equal(fittingName('Bob', ['Bob', 'Bob 2']), 'Bob 3'));
  it('keeps its length with the number', () => {
    const long = 'x'.repeat(NAME_MAX);
    assert.equal([...fittingName(long, [long])].length, NAME_MAX);
  });
  for (const twin of ['bob', 'ВOВ', 'B0b', 'Ｂｏｂ', 'B.o.b', 'Bób'])
    it(`is taken when it looks like another: ${twin} beside Bob`, () => assert.notEqual(lookOf(fittingName(twin, ['Bob'])), lookOf('Bob')));
  it('is taken when a small l passes for a capital I', () => assert.notEqual(fittingName('lvan', ['Ivan']), 'lvan'));
  for (const power of ['Host', 'h0st', 'Ноst', 'OPERATOR', 'the admin', '[Mod] Bob', 'o p e r a t o r', 'Server'])
    it(`claims no power: ${power}`, () => assert.equal(fittingName(power, []), 'Player'));
  it('is no bot’s', () => assert.equal(fittingName('Ricochet', []), 'Ricochet 2'));
  it('is not rude', () => assert.equal(fittingName('fuckface', []), 'Player'));
  for (const fine of ['Ghost', 'Modesty', 'Bottle', '王小明', 'Администрация'])
    it(`may hold such words inside of others: ${fine}`, () => assert.equal(fittingName(fine, []), fine));
  it('shows something', () => assert.equal(fittingName('...', []), 'Player'));
});
