// Letters of scripts that somebody else writes in: the font of each is fetched with the first of them, for systems that have none.

const FONTS: readonly [script: RegExp, load: () => Promise<unknown>][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, () => import('./fonts/ja.ts')],
  [/\p{Script=Han}/u, () => import('./fonts/zh.ts')],
];

/** A text of somebody else's is about to be shown. Without its font it looks as the system can do it. */
export function needLetters(text: string): void {
  for (const [script, load] of FONTS) {
    if (!script.test(text)) continue;
    load().catch(() => undefined);
    return;
  }
}
