// The room's own button beside the settings: its link, its people, and what its host or a vote can do. What it opens is
// loaded when it is wanted.

import { type ComponentChild, type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/index.ts';
import { Icon } from '../icons.ts';
import { loadRoomPanel } from '../load.ts';
import type { Match } from '../match.ts';
import { useScreen } from '../screen.ts';
import { isHost } from './roomActs.ts';

export interface RoomPanelProps {
  match: Match;
  onClose: () => void;
}

interface RoomButtonProps extends RoomPanelProps {
  open: boolean;
  onPress: (event: Event) => void;
}

export function RoomButton({ match, open, onPress, onClose }: RoomButtonProps): ComponentChild {
  const { code } = useScreen();
  const Panel = usePanel(open);
  // Practice has no room.
  if (!code) return null;
  const { host } = match.session.state;
  return [
    h(
      'button',
      { class: 'gear plain panel room-button', type: 'button', 'aria-label': t('room.open'), 'aria-expanded': open, onClick: onPress },
      h(Icon, { name: isHost(match) ? 'crown' : 'people' }),
    ),
    host.pauseS > 0
      ? h('p', { class: 'panel halted', role: 'status' }, [t('room.paused'), h('small', null, t('room.pausedFor', { n: host.pauseS }))])
      : null,
    open && Panel ? h(Panel, { match, onClose }) : null,
  ];
}

/** What is opened, once it is there. */
function usePanel(wanted: boolean): ComponentType<RoomPanelProps> | undefined {
  const [panel, setPanel] = useState<{ Panel?: ComponentType<RoomPanelProps> }>({});
  useEffect(() => {
    // Without it the button does nothing; the next press tries again.
    if (wanted)
      loadRoomPanel().then(
        ({ RoomPanel }) => setPanel({ Panel: RoomPanel }),
        () => {},
      );
  }, [wanted]);
  return panel.Panel;
}
