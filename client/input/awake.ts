// Keeps the screen on while a match is played with thumbs: they may rest longer than a phone waits before it goes dark.

/** The picture of the fallback, in pixels: nobody sees it. */
const TINY = 2;

/** Keeps the screen on until the returned function is called. */
export function stayAwake(): () => void {
  return navigator.wakeLock ? byLock(navigator.wakeLock) : byVideo();
}

/** The platform's own way, where the page is trusted: over https, or on this machine. It is lost whenever the page is hidden. */
function byLock(locks: WakeLock): () => void {
  let lock: WakeLockSentinel | undefined;
  let ended = false;
  const take = async (): Promise<void> => {
    if (document.hidden || (lock && !lock.released)) return;
    // A phone that saves power refuses.
    lock = await locks.request('screen').catch(() => undefined);
    if (ended) void lock?.release();
  };
  const end = new AbortController();
  document.addEventListener('visibilitychange', take, { signal: end.signal });
  // Safari wants a touch the first time.
  addEventListener('pointerup', take, { signal: end.signal });
  void take();
  return () => {
    ended = true;
    end.abort();
    void lock?.release();
  };
}

/**
 * Over plain http: browsers keep the screen on for a video that plays. Chromium and Firefox take a stream of a tiny, muted
 * one; Safari wants sound, and a page that keeps the sound of others from playing would be worse than a dark screen.
 */
function byVideo(): () => void {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = TINY;
  const brush = canvas.getContext('2d');
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  Object.assign(video.style, { position: 'fixed', width: '2px', height: '2px', pointerEvents: 'none' });
  video.setAttribute('aria-hidden', 'true');
  video.srcObject = canvas.captureStream?.(1) ?? null;
  // Behind all that is seen, but in the page: what is not there does not count as watched.
  document.body.prepend(video);
  brush?.fillRect(0, 0, TINY, TINY);
  const play = (): void => void (document.hidden || video.play().catch(() => undefined));
  const end = new AbortController();
  document.addEventListener('visibilitychange', play, { signal: end.signal });
  addEventListener('pointerup', play, { signal: end.signal });
  play();
  return () => {
    end.abort();
    video.srcObject = null;
    video.remove();
  };
}
