// To open a match of one's own: what is played, by whom, how far. What was set is kept for the next time.

import { type ComponentChild, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LevelId } from '#shared/bots/levels.ts';
import type { RotationKind } from '#shared/net/hosting.ts';
import { PASSWORD_MAX } from '#shared/net/protocol.ts';
import type { PublicMap } from '#shared/net/reports.ts';
import type { Mode } from '#shared/sim/mode.ts';
import { TICK_HZ } from '#shared/tuning.ts';
import { t } from '../../i18n/index.ts';
import { errorText } from '../errors.ts';
import { host } from '../flow.ts';
import { loadNet } from '../load.ts';
import { counted, modeName, modeSummary } from '../modeTexts.ts';
import { closePage } from '../pages.ts';
import { Check, Choice, Field, Stepper } from './fields.ts';
import { MapPicker } from './mapPicker.ts';
import { fetchMaps, type HostWishes, keepWishes, lastWishes, roomWishes } from './wishes.ts';
import './host.css';

const LEVEL_IDS = ['rookie', 'regular', 'ace'] as const satisfies readonly LevelId[];
const ROTATION_IDS = ['vote', 'order', 'shuffle'] as const;
const MOST_PUCKS = 16;
const MOST_SPECTATORS = 32;
const TIME_STEP_S = 60;
const LONGEST_S = 3600;
const PING_STEP_MS = 50;
const MOST_PING_MS = 500;

export function Host(): ComponentChild {
  const [wishes, setWishes] = useState<HostWishes>(lastWishes);
  const { modes, maps, problem } = useChoices();
  const set = (change: Partial<HostWishes>): void => setWishes({ ...wishes, ...change });
  const mode = modes.find(({ id }) => id === wishes.mode) ?? modes[0];
  if (problem) return h('p', { role: 'alert' }, problem);
  if (!mode) return h('progress', { class: 'loading', 'aria-label': t('menu.loading') });
  const serving = maps.filter((map) => map.modes.includes(mode.id));
  const chosen = wishes.maps.filter((id) => serving.some((map) => map.id === id));
  const submit = (event: Event): void => {
    event.preventDefault();
    const wished = { ...wishes, mode: mode.id, maps: chosen };
    keepWishes(wished);
    closePage();
    void host(roomWishes(wished));
  };
  return h('form', { class: 'host-form', onSubmit: submit }, [
    h(Choice, {
      label: t('menu.mode'),
      value: mode.id,
      options: modes.map(({ id }) => [id, modeName(id)] as const),
      onPick: (id) => set({ mode: id, maps: [], scoreLimit: 0, timeLimitS: 0 }),
    }),
    h('p', { class: 'dim host-summary' }, modeSummary(mode.id)),
    h(MapPicker, { maps: serving, chosen, onChange: (ids) => set({ maps: ids }) }),
    chosen.length === 1
      ? null
      : h(Choice<RotationKind>, {
          label: t('host.rotation'),
          value: wishes.rotation,
          options: ROTATION_IDS.map((id) => [id, t(`host.rotation.${id}`)] as const),
          onPick: (rotation) => set({ rotation }),
        }),
    h('div', { class: 'host-columns' }, [h(Limits, { wishes, mode, set }), h(People, { wishes, set })]),
    h(Door, { wishes, set }),
    h('div', { class: 'host-open' }, h('button', { type: 'submit', class: 'play' }, t('host.open'))),
  ]);
}

interface PartProps {
  wishes: HostWishes;
  set: (change: Partial<HostWishes>) => void;
}

function Limits({ wishes, mode, set }: PartProps & { mode: Mode }): ComponentChild {
  const usualS = Math.round(mode.timeLimitTicks / TICK_HZ);
  return h('div', { class: 'host-part' }, [
    h(Stepper, {
      label: t('host.score'),
      value: wishes.scoreLimit || mode.scoreLimit,
      min: 1,
      max: 200,
      step: mode.scoreLimit >= 20 ? 5 : 1,
      text: (n) => counted(n, mode.unit),
      onChange: (scoreLimit) => set({ scoreLimit }),
    }),
    h(Stepper, {
      label: t('host.time'),
      value: wishes.timeLimitS || usualS,
      min: TIME_STEP_S,
      max: LONGEST_S,
      step: TIME_STEP_S,
      text: (s) => t('host.minutes', { n: Math.round(s / 6) / 10 }),
      onChange: (timeLimitS) => set({ timeLimitS }),
    }),
    h(Stepper, {
      label: t('host.ping'),
      value: wishes.pingLimitMs,
      min: 0,
      max: MOST_PING_MS,
      step: PING_STEP_MS,
      text: (n) => (n === 0 ? t('host.anyPing') : t('settings.milliseconds', { n })),
      onChange: (pingLimitMs) => set({ pingLimitMs }),
    }),
    mode.teams > 0
      ? h(Check, { label: t('host.friendlyFire'), on: wishes.friendlyFire, onChange: (friendlyFire) => set({ friendlyFire }) })
      : null,
  ]);
}

function People({ wishes, set }: PartProps): ComponentChild {
  return h('div', { class: 'host-part' }, [
    h(Stepper, { label: t('host.players'), value: wishes.cap, min: 1, max: MOST_PUCKS, onChange: (cap) => set({ cap }) }),
    h(Stepper, { label: t('host.bots'), value: wishes.bots, min: 0, max: MOST_PUCKS, onChange: (bots) => set({ bots }) }),
    wishes.bots > 0
      ? h(Choice<LevelId>, {
          label: t('host.level'),
          value: wishes.botLevel,
          options: LEVEL_IDS.map((id) => [id, t(`host.level.${id}`)] as const),
          onPick: (botLevel) => set({ botLevel }),
        })
      : null,
    h(Stepper, {
      label: t('host.spectators'),
      value: wishes.spectators,
      min: 0,
      max: MOST_SPECTATORS,
      step: 4,
      onChange: (spectators) => set({ spectators }),
    }),
  ]);
}

function Door({ wishes, set }: PartProps): ComponentChild {
  const onText = (key: 'title' | 'password') => (event: Event) => set({ [key]: (event.currentTarget as HTMLInputElement).value });
  return h('div', { class: 'host-part' }, [
    h(Choice, {
      label: t('host.door'),
      value: wishes.private ? 'private' : 'public',
      options: [
        ['private', t('host.private')],
        ['public', t('host.public')],
      ],
      onPick: (door) => set({ private: door === 'private' }),
    }),
    h('div', { class: 'host-columns' }, [
      h(
        Field,
        { label: t('host.title') },
        h('input', { value: wishes.title, maxLength: 32, placeholder: t('host.optional'), onInput: onText('title') }),
      ),
      h(
        Field,
        { label: t('rooms.password') },
        h('input', {
          value: wishes.password,
          maxLength: PASSWORD_MAX,
          placeholder: t('host.optional'),
          autoComplete: 'off',
          spellcheck: false,
          onInput: onText('password'),
        }),
      ),
    ]),
  ]);
}

/** The modes with their rules, and the server's maps. */
function useChoices(): { modes: readonly Mode[]; maps: readonly PublicMap[]; problem: string } {
  const [choices, setChoices] = useState<{ modes: readonly Mode[]; maps: readonly PublicMap[]; problem: string }>({
    modes: [],
    maps: [],
    problem: '',
  });
  useEffect(() => {
    Promise.all([loadNet(), fetchMaps()]).then(
      ([{ MODES }, maps]) => setChoices({ modes: Object.values(MODES), maps, problem: '' }),
      (error: unknown) => setChoices({ modes: [], maps: [], problem: errorText(error) }),
    );
  }, []);
  return choices;
}
