/**
 * A place in the document itself that shows where `host` has its `<slot name=…>`, however many shadow roots lie between: frames
 * of Stripe's cannot work inside one (https://github.com/stripe/stripe-js/issues/143). `remove` takes all of it away again.
 */
export function mountInDocument(host: HTMLElement, slotName: string, className: string): { place: HTMLElement; remove: () => void } {
  const slots: HTMLElement[] = [];
  let outer = host;
  for (let root = outer.getRootNode(); root instanceof ShadowRoot; root = outer.getRootNode()) {
    const slot = document.createElement('slot');
    slot.name = slotName;
    slot.slot = slotName;
    outer.append(slot);
    slots.push(slot);
    outer = root.host as HTMLElement;
  }
  const place = document.createElement('div');
  place.slot = slotName;
  place.className = className;
  outer.append(place);
  return {
    place,
    remove() {
      for (const part of [place, ...slots]) part.remove();
    },
  };
}
