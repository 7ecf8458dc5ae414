import type { Outline } from '@meldewerk/contract/catalogue';
import type { Box } from './project-vehicle.ts';

/** `mark` shows where the thing itself belongs: the ring that a damage fills, the strip of a number. */
export type FlatDrawing = { strong: string; fine: string; mark: string };
export type FlatOutline = Exclude<Outline, 'frontLeft' | 'frontRight' | 'rearRight' | 'rearLeft'>;

/** What is no corner of the vehicle, drawn to fit a picture of any shape. */
export function flatOutline(outline: FlatOutline, box: Box): FlatDrawing {
  const { width, height } = box;
  const [x, y, short] = [width / 2, height / 2, Math.min(width, height)];
  switch (outline) {
    case 'wide':
    case 'part':
      return { strong: corners(box), fine: '', mark: circle(x, y, short * 0.19) };
    case 'close':
      return { strong: corners(box), fine: '', mark: circle(x, y, short * 0.36) };
    case 'scale':
      return { strong: corners(box) + circle(x + short * 0.31, y + short * 0.2, short * 0.1), fine: circle(x + short * 0.31, y + short * 0.2, short * 0.075), mark: circle(x - short * 0.08, y - short * 0.04, short * 0.28) };
    case 'odometer':
      return dashboard(x, y, Math.min(width * 0.43, height * 0.85));
    case 'vin':
      return numberStrip(box);
    case 'registration':
      return registration(x, y, Math.min(width * 0.94, height * 1.7));
    case 'document':
      return sheet(x, y, Math.min(height * 0.9, width * 1.27));
    case 'frame':
      return { strong: corners(box), fine: '', mark: '' };
  }
}

function corners({ width, height }: Box): string {
  const [inset, arm] = [Math.min(width, height) * 0.07, Math.min(width, height) * 0.12];
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  return `M${left} ${top + arm}V${top + 8}Q${left} ${top} ${left + 8} ${top}H${left + arm}M${right - arm} ${top}H${right - 8}Q${right} ${top} ${right} ${top + 8}V${top + arm}`
    + `M${right} ${bottom - arm}V${bottom - 8}Q${right} ${bottom} ${right - 8} ${bottom}H${right - arm}M${left + arm} ${bottom}H${left + 8}Q${left} ${bottom} ${left} ${bottom - 8}V${bottom - arm}`;
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 1 ${radius * 2} 0a${radius} ${radius} 0 1 1 ${-radius * 2} 0`;
}

function rectangle(x: number, y: number, width: number, height: number, round = 4): string {
  return `M${x - width / 2 + round} ${y - height / 2}h${width - 2 * round}q${round} 0 ${round} ${round}v${height - 2 * round}q0 ${round} ${-round} ${round}h${-width + 2 * round}q${-round} 0 ${-round} ${-round}v${-height + 2 * round}q0 ${-round} ${round} ${-round}`;
}

/** Two dials under their hood, and between them the display that shows the kilometres. */
function dashboard(x: number, y: number, half: number): FlatDrawing {
  const dial = half * 0.36;
  const ticks = (at: number) => Array.from({ length: 9 }, (_, index) => ((-210 + index * 30) * Math.PI) / 180).map((turn) => `M${at + Math.cos(turn) * dial * 0.82} ${y + Math.sin(turn) * dial * 0.82}L${at + Math.cos(turn) * dial * 0.92} ${y + Math.sin(turn) * dial * 0.92}`).join('');
  const needle = (at: number, turn: number) => `M${at} ${y}L${at + Math.cos(turn) * dial * 0.66} ${y + Math.sin(turn) * dial * 0.66}`;
  const [left, right] = [x - half * 0.56, x + half * 0.56];
  return {
    strong: `M${x - half} ${y + half * 0.42}C${x - half * 1.02} ${y - half * 0.34} ${x - half * 0.6} ${y - half * 0.54} ${x} ${y - half * 0.54}C${x + half * 0.6} ${y - half * 0.54} ${x + half * 1.02} ${y - half * 0.34} ${x + half} ${y + half * 0.42}Q${x} ${y + half * 0.56} ${x - half} ${y + half * 0.42}` + circle(left, y, dial) + circle(right, y, dial),
    fine: ticks(left) + ticks(right) + needle(left, -2.6) + needle(right, -2.1) + rectangle(x, y - half * 0.2, half * 0.28, half * 0.26),
    mark: rectangle(x, y + half * 0.16, half * 0.34, half * 0.2),
  };
}

/** A strip with a place for each of the seventeen characters. */
function numberStrip(box: Box): FlatDrawing {
  const length = box.width * 0.88;
  const tall = Math.min(length / 6, box.height * 0.3);
  const [left, top] = [(box.width - length) / 2, (box.height - tall) / 2];
  const cells = Array.from({ length: 16 }, (_, index) => `M${left + (length * (index + 1)) / 17} ${top + tall * 0.72}v${tall * 0.16}`).join('');
  return { strong: corners(box), fine: cells, mark: rectangle(box.width / 2, box.height / 2, length, tall, 6) };
}

/** Unfolded, it is three panels wide. */
function registration(x: number, y: number, wide: number): FlatDrawing {
  const tall = wide / 2.05;
  const [left, top] = [x - wide / 2, y - tall / 2];
  const lines = (from: number, widths: number[]) => widths.map((width, at) => `M${left + wide * from} ${top + tall * (0.16 + at * 0.12)}h${wide * width}`).join('');
  return {
    strong: rectangle(x, y, wide, tall, 6),
    fine: `M${left + wide / 3} ${top}v${tall}M${left + (wide * 2) / 3} ${top}v${tall}` + lines(0.04, [0.16, 0.2, 0.12]) + lines(0.373, [0.24, 0.18, 0.22, 0.14, 0.2]) + lines(0.706, [0.2, 0.24, 0.16, 0.2, 0.12]) + rectangle(left + wide * 0.165, y + tall * 0.2, wide * 0.14, tall * 0.24),
    mark: '',
  };
}

function sheet(x: number, y: number, tall: number): FlatDrawing {
  const wide = tall / 1.414;
  const [left, top, fold] = [x - wide / 2, y - tall / 2, wide * 0.16];
  const lines = [0.5, 0.7, 0.62, 0.7, 0.44, 0.66, 0.58].map((width, at) => `M${left + wide * 0.14} ${top + tall * (0.16 + at * 0.1)}h${wide * width}`).join('');
  return { strong: `M${left} ${top}h${wide - fold}l${fold} ${fold}v${tall - fold}h${-wide}z`, fine: `M${left + wide - fold} ${top}v${fold}h${fold}` + lines, mark: '' };
}
