// What is felt in the hands: a phone's buzz or a gamepad's motors, for what happens to one's own puck.

import type { MatchEvent } from '#shared/net/messages.ts';
import { DID } from '#shared/sim/puck.ts';
import type { SessionListener } from '../net/sessionTypes.ts';
import { controlSettings } from './bindings.ts';
import { device } from './device.ts';
import { padLink } from './padLink.ts';

/** A gamepad's heavy and light motor, 0 to 1, and milliseconds for it and for a phone, which only knows on and off. */
interface Feel {
  strong: number;
  weak: number;
  ms: number;
  phoneMs: number;
}

const FEEL = {
  press: { strong: 0, weak: 0.25, ms: 30, phoneMs: 8 },
  struck: { strong: 0.5, weak: 0.5, ms: 140, phoneMs: 35 },
  died: { strong: 1, weak: 0.8, ms: 420, phoneMs: 120 },
  killed: { strong: 0.25, weak: 0.8, ms: 200, phoneMs: 45 },
  parried: { strong: 0.1, weak: 1, ms: 120, phoneMs: 25 },
} satisfies Record<string, Feel>;

function feel({ strong, weak, ms, phoneMs }: Feel): void {
  if (!controlSettings.value.haptics) return;
  const { now } = device.value;
  if (now === 'pad') padLink.source?.shake(strong, weak, ms);
  else if (now === 'touch') navigator.vibrate?.(phoneMs);
}

/** Feels a match for whoever `me` is at the time. */
export function hapticsOf(me: () => number): SessionListener {
  return {
    onAct(did: number): void {
      if (did & (DID.dash | DID.parry)) feel(FEEL.press);
    },
    onEvent(event: MatchEvent): void {
      const own = me();
      if (own < 0) return;
      if (event.type === 'kill' && event.slot === own) feel(FEEL.died);
      else if (event.type === 'kill' && event.by === own) feel(FEEL.killed);
      else if (event.type === 'hit' && event.slot === own) feel(FEEL.struck);
      else if (event.type === 'parry' && event.slot === own) feel(FEEL.parried);
    },
  };
}
