/**
 * Lets the browser's Back do `close` and nothing else. Answers how to give its place in the history back once what was open
 * is closed by other means.
 */
export function catchBack(close: () => void): () => void {
  let open = true;
  history.pushState(history.state, '');
  const heard = (event: PopStateEvent) => {
    event.stopImmediatePropagation();
    window.removeEventListener('popstate', heard, true);
    if (!open) return;
    open = false;
    close();
  };
  // Before the widget hears of it, which would take it for a step back.
  window.addEventListener('popstate', heard, true);
  return () => {
    if (!open) return;
    open = false;
    history.back();
  };
}
