// Where in the panel one is, as the address says: a refresh and the way back lead where one expects.

import { useEffect, useState } from 'preact/hooks';

export type Place = { view: 'rooms' | 'sanctions' | 'audit' } | { view: 'room'; code: string };

function read(): Place {
  const [view = '', code = ''] = location.hash.slice(1).split('/');
  if (view === 'room' && /^[A-Z]{5}$/.test(code)) return { view, code };
  return { view: view === 'sanctions' || view === 'audit' ? view : 'rooms' };
}

export function usePlace(): Place {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const look = (): void => setPlace(read());
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return place;
}
