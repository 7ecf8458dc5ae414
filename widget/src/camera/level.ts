import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * How far the picture leans, in degrees: 0 is level, positive when the right side is up. Null while the camera looks up or
 * down so steeply that it cannot be told. Angles as `deviceorientation` and `screen.orientation` give them.
 */
export function rollOf(beta: number, gamma: number, screenAngle: number): number | null {
  const [b, g] = [(beta * Math.PI) / 180, (gamma * Math.PI) / 180];
  const [upX, upY] = [-Math.cos(b) * Math.sin(g), Math.sin(b)];
  if (Math.hypot(upX, upY) < 0.5) return null;
  const roll = (Math.atan2(upX, upY) * 180) / Math.PI - screenAngle;
  return ((roll + 540) % 360) - 180;
}

/** A sensor that needs no asking has told something by then. */
const patienceMs = 1_000;

type Asking = { requestPermission?: () => Promise<'granted' | 'denied'> };

/** Follows the device's own sense of up, where it has one. iPhones want to be asked for it by a tap. */
export class Level implements ReactiveController {
  /** As `rollOf` answers it; null without a sensor. */
  roll: number | null = null;
  /** It can be had, after a tap. */
  asks = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('deviceorientation', this.#follow);
    const mayAsk = matchMedia('(pointer: coarse)').matches && typeof DeviceOrientationEvent !== 'undefined' && 'requestPermission' in DeviceOrientationEvent;
    if (mayAsk) this.#waiting = setTimeout(() => this.#offer(true), patienceMs);
  }

  hostDisconnected(): void {
    window.removeEventListener('deviceorientation', this.#follow);
    clearTimeout(this.#waiting);
  }

  async ask(): Promise<void> {
    this.#offer(false);
    await (DeviceOrientationEvent as unknown as Asking).requestPermission?.().catch(() => {});
  }

  #offer(asks: boolean): void {
    this.asks = asks;
    this.#host.requestUpdate();
  }

  readonly #follow = ({ beta, gamma }: DeviceOrientationEvent) => {
    clearTimeout(this.#waiting);
    if (beta === null || gamma === null) return;
    this.asks = false;
    const roll = rollOf(beta, gamma, screen.orientation?.angle ?? 0);
    // Whole degrees are seen; more would only redraw.
    const rounded = roll === null ? null : Math.round(roll);
    if (rounded === this.roll) return;
    this.roll = rounded;
    this.#host.requestUpdate();
  };
}
