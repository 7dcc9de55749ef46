// Texts in which keys are named: `[x]` is drawn as a key.

import { type ComponentChild, h } from 'preact';

/** A text with its keys drawn as such. */
export function withKeys(text: string): ComponentChild {
  return text.split(/\[(.+?)\](?!\])/).map((part, i) => (i % 2 === 0 ? part : h('kbd', { key: i }, part)));
}
