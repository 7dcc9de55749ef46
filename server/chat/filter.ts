// Rude words: found by a library that knows their disguises, and starred out.

import { asteriskCensorStrategy, englishDataset, englishRecommendedTransformers, RegExpMatcher, TextCensor } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const censor = new TextCensor().setStrategy(asteriskCensorStrategy());

/** Whether there is a rude word in a text. */
export const isRude = (text: string): boolean => matcher.hasMatch(text);

/** The text with stars in place of rude words. */
export const starRude = (text: string): string => censor.applyTo(text, matcher.getAllMatches(text));
