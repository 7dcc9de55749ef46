// The operator’s page: a login, then the rooms, live.

import { h, render } from 'preact';
import { Monitor } from './monitor.ts';
import './monitor.css';

render(h(Monitor, null), document.getElementById('monitor') as HTMLElement);
