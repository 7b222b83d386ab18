// Reloads the page when the site behind it has changed. The browser reconnects by itself when the preview was away.
"use strict";
{
  const events = new EventSource("/_langebro/events");
  let shown = null;
  events.addEventListener("site", (event) => {
    if (shown === null) {
      shown = event.data;
    } else if (shown !== event.data) {
      location.reload();
    }
  });
}
