/**
 * Lets the browser's Back do `close` and nothing else. Answers how to give its place in the history back once what was open
 * is closed by other means.
 */
export function catchBack(close: () => void): () => void {
  const state: unknown = history.state;
  let open = true;
  // The place one comes back to names no step meanwhile: the widget would take that for a step back.
  history.replaceState(null, '');
  history.pushState(state, '');
  const heard = () => {
    window.removeEventListener('popstate', heard);
    history.replaceState(state, '');
    if (!open) return;
    open = false;
    close();
  };
  window.addEventListener('popstate', heard);
  return () => {
    if (!open) return;
    open = false;
    history.back();
  };
}
