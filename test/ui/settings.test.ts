import assert from 'node:assert/strict';
import { openSettings } from '../../client/ui/settings.ts';

const KEY = 'carom.settings';

describe('settings', () => {
  const kept = new Map<string, string>();
  let reducedMotion = false;
  const replaced = ['localStorage', 'matchMedia'].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const replace = (name: string, value: unknown) => Object.defineProperty(globalThis, name, { configurable: true, value });
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  };

  beforeEach(() => {
    kept.clear();
    reducedMotion = false;
    replace('localStorage', storage);
    replace('matchMedia', () => ({ matches: reducedMotion }));
  });
  afterEach(() => {
    for (const [name, before] of replaced) {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    }
  });

  it('that a person did not set follow the system on each visit, whatever else they set', () => {
    const first = openSettings();
    first.set({ name: 'Ada' });
    first.set({ volume: 0.2 });
    assert.equal(first.value.calm, false);
    reducedMotion = true;
    const { name, volume, calm, limitFlashes } = openSettings().value;
    assert.deepEqual({ name, volume, calm, limitFlashes }, { name: 'Ada', volume: 0.2, calm: true, limitFlashes: true });
    reducedMotion = false;
    assert.equal(openSettings().value.calm, false);
  });

  it('that a person set stay, also against the system and where they are as by default', () => {
    reducedMotion = true;
    const visit = openSettings();
    visit.set({ calm: false });
    visit.set({ volume: 0.7 });
    const { calm, limitFlashes, volume } = openSettings().value;
    assert.deepEqual({ calm, limitFlashes, volume }, { calm: false, limitFlashes: true, volume: 0.7 });
    assert.deepEqual(JSON.parse(kept.get(KEY) ?? ''), { calm: false, volume: 0.7 });
  });

  it('of before are read: all of them, and what makes no sense as if it were not there', () => {
    const before = { ...openSettings().value, name: 'Ada', quality: 'low', calm: true, hintsSeen: ['dash'] };
    kept.set(KEY, JSON.stringify(before));
    assert.deepEqual(openSettings().value, before);
    kept.set(KEY, '{"name":"Ada","calm":"very","quality":"best","volume":7}');
    reducedMotion = true;
    const { name, calm, quality, volume } = openSettings().value;
    assert.deepEqual({ name, calm, quality, volume }, { name: 'Ada', calm: true, quality: 'auto', volume: 1 });
    for (const text of ['null', '[]', '7', '"{}"', '{']) {
      kept.set(KEY, text);
      assert.equal(openSettings().value.textScale, 1, text);
    }
  });

  it('last as long as the page where nothing can be kept', () => {
    const refuse = () => {
      throw new Error('storage is forbidden');
    };
    replace('localStorage', { getItem: refuse, setItem: refuse });
    const visit = openSettings();
    let told = 0;
    visit.subscribe(() => told++);
    visit.set({ calm: true });
    assert.deepEqual([visit.value.calm, told], [true, 1]);
  });
});
