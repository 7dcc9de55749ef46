import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AWARDS } from '#shared/awards/index.ts';
import { MODES } from '#shared/modes/index.ts';
import { CLOSE, REFUSED } from '#shared/net/protocol.ts';
import { roomBanText, sanctionText } from '#shared/net/sanctionText.ts';
import { PICKUPS } from '#shared/pickups/index.ts';
import { de } from '../../client/i18n/de.ts';
import { en } from '../../client/i18n/en.ts';
import { es } from '../../client/i18n/es.ts';
import { fr } from '../../client/i18n/fr.ts';
import { type Dictionary, formatNumber, type Language, languageOf, type TextKey, t, textOf, use } from '../../client/i18n/index.ts';
import { ja } from '../../client/i18n/ja.ts';
import { pt } from '../../client/i18n/pt.ts';
import { zh } from '../../client/i18n/zh.ts';
import { closeHeading, closeText, errorHeading, errorText } from '../../client/ui/errors.ts';

const ALL: Record<Language, Dictionary> = { en, de, es, fr, pt, ja, zh };
const UI = join(import.meta.dirname, '../../client/ui');

/** Names of placeholders, each once, in order of the alphabet. */
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name as string))].sort();

describe('the texts', () => {
  afterEach(() => use('en', en));

  for (const [code, dictionary] of Object.entries(ALL)) {
    it(`of ${code} are all there, with the placeholders of the English`, () => {
      for (const key of Object.keys(en) as TextKey[]) {
        const text = dictionary[key];
        assert.ok(text.trim() === text && text !== '', `${key}: "${text}"`);
        assert.deepEqual(placeholders(text), placeholders(en[key]), `${key}: ${text}`);
        assert.doesNotMatch(text.replace(/\{\w+(\|[^|}]*\|[^}]*)?\}/g, ''), /[{}|]/, key);
      }
    });
  }

  it('are translated: what is the same in another language is a word that is the same there', () => {
    const letters = /\p{L}{3}/u;
    for (const [code, dictionary] of Object.entries(ALL)) {
      if (code === 'en') continue;
      const same = (Object.keys(en) as TextKey[]).filter(
        (key) => dictionary[key] === en[key] && letters.test(en[key].replace(/\{.*?\}/g, '')),
      );
      assert.ok(
        same.every((key) => en[key].split(' ').length < 3),
        `${code}: ${same.join(', ')}`,
      );
      assert.ok(same.length < Object.keys(en).length / 10, `${code}: ${same.join(', ')}`);
    }
  });

  it('are filled in: numbers as the language writes them, words that fit the number', () => {
    assert.equal(t('unit.points', { n: 1 }), '1 point');
    assert.equal(t('unit.points', { n: 15 }), '15 points');
    assert.equal(t('unit.points', { n: 1500 }), '1,500 points');
    assert.equal(t('flow.joining', { code: 'ABCDE' }), 'Joining room ABCDE');
    use('de', de);
    assert.equal(t('unit.points', { n: 1500 }), '1.500 Punkte');
    assert.equal(formatNumber(1.25, 1), '1,3');
    use('fr', fr);
    assert.equal(t('unit.points', { n: 0 }), '0 point');
  });

  it('are there for every mode, every award and every thing to pick up', () => {
    for (const { id, unit } of Object.values(MODES)) {
      for (const key of [`mode.${id}.name`, `mode.${id}.summary`, `unit.${unit}`]) assert.ok(textOf(key, { n: 2 }), key);
    }
    for (const id of Object.keys(AWARDS)) assert.ok(textOf(`award.${id}.title`), id);
    for (const id of Object.keys(PICKUPS)) assert.ok(textOf(`pickup.${id}`), id);
  });

  it('of refusals are the server’s in English, and by their code in other languages', () => {
    const refused = (code: number): Error => Object.assign(new Error('The server says why.'), { code });
    const technical: number[] = [REFUSED.options];
    for (const code of Object.values(REFUSED)) assert.equal(errorText(refused(code)), 'The server says why.');
    use('de', de);
    for (const code of Object.values(REFUSED))
      assert.equal(errorText(refused(code)) === 'The server says why.', technical.includes(code), `${code}`);
    for (const code of Object.values(CLOSE)) assert.notEqual(closeText(code, 'Because.'), 'Because.', `${code}`);
    assert.match(errorText(refused(522), 'ZZZZZ'), /keinen Raum ZZZZZ/);
    assert.equal(errorText(new TypeError('fetch failed')), de['error.unreachable']);
    assert.equal(errorText(new Error('Failed to fetch')), de['error.unreachable']);
    assert.equal(closeText(1006, ''), de['error.lost']);
  });

  it('of a ban and a mute are their term and reason, in every language', () => {
    const until = Date.UTC(2030, 0, 31, 14, 5);
    const told = (kind: 'ban' | 'mute', reason: string): string => {
      const sentence = sanctionText(kind, { until, reason });
      const code = kind === 'ban' ? REFUSED.banned : REFUSED.muted;
      return errorText(Object.assign(new Error(sentence), { code }));
    };
    for (const [code, dictionary] of Object.entries(ALL)) {
      use(code as Language, dictionary);
      for (const kind of ['ban', 'mute'] as const) {
        const [beginning] = dictionary[`error.${kind === 'ban' ? 'banned' : 'muted'}Until`].split('{');
        const [withReason, without] = [told(kind, 'rude: until 2029'), told(kind, '')];
        assert.ok(withReason.startsWith(beginning as string) && /2030.*rude: until 2029$/.test(withReason), withReason);
        assert.ok(/2030/.test(without) && without.endsWith(dictionary['error.noReason']), without);
      }
      assert.equal(closeText(CLOSE.banned, sanctionText('ban', { until, reason: 'rude' })), told('ban', 'rude'));
    }
  });

  it('above them name a ban, however one hears of it, and nothing where the usual heading does', () => {
    const above = (code: number) => errorHeading(Object.assign(new Error('The server says why.'), { code }));
    assert.equal(above(REFUSED.banned), 'flow.banned');
    assert.equal(closeHeading(CLOSE.banned), 'flow.banned');
    assert.equal(above(REFUSED.wrongPassword), 'rooms.wrongPassword');
    assert.equal(above(REFUSED.full), undefined);
    assert.equal(errorHeading(new TypeError('fetch failed')), undefined);
  });

  it('of who is kept out of a room say for how long, in every language', () => {
    for (const [code, dictionary] of Object.entries(ALL)) {
      use(code as Language, dictionary);
      const told = (minutes: number): string => errorText(Object.assign(new Error(roomBanText(minutes)), { code: REFUSED.kicked }));
      assert.equal(told(4), dictionary['error.roomKick'].replace('{n}', '4'));
      assert.equal(told(Number.POSITIVE_INFINITY), dictionary['error.roomBan']);
    }
  });

  it('are nowhere else: the page’s own code has no sentence in it', () => {
    for (const file of readdirSync(UI, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const code = readFileSync(join(UI, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const literals = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
        ([, plain, template]) => plain ?? template?.replace(/\$\{[^}]*\}/g, '…') ?? '',
      );
      const read = literals.filter(
        (text) => !text.startsWith('(') && /^[A-Z][a-z]+ [a-z]|[a-z] .*[a-z][.?!]$|[a-z]{2}[.:;] [A-Za-z]/.test(text),
      );
      // And one word that is shown as the only child of an element, or told as its label.
      const words = [...code.matchAll(/(?:, |'aria-label': |label: |title: |placeholder: )'([A-Z][a-z]+)'/g)]
        .map(([, word]) => word)
        .filter((word) => word !== 'Carom');
      assert.deepEqual([...read, ...words], file === 'names.ts' ? words : [], file);
    }
  });
});

describe('the language', () => {
  it('is the one that was chosen, else the first of the browser’s that there is, else English', () => {
    assert.equal(languageOf('fr', ['de']), 'fr');
    assert.equal(languageOf('auto', ['nl-NL', 'pt-BR', 'de']), 'pt');
    assert.equal(languageOf('auto', ['zh-CN']), 'zh');
    assert.equal(languageOf('auto', ['nl']), 'en');
    assert.equal(languageOf('auto', []), 'en');
  });
});
