// A worker that all tabs of the preview share. A browser allows only a handful of connections to one host, for all its
// tabs together, and a stream of events never ends: so there is one stream, and it is here.
"use strict";
{
  const tabs = new Set();
  const state = { generation: null, lost: false };

  function change(news) {
    Object.assign(state, news);
    tabs.forEach((tab) => tab.postMessage(state));
  }

  function listen() {
    const events = new EventSource("/_langebro/events");
    events.addEventListener("site", ({ data }) => change({ generation: JSON.parse(data).generation, lost: false }));
    events.addEventListener("error", () => {
      // Browsers differ in when they try again, and in whether they do; this way all do, and soon.
      events.close();
      if (!state.lost) change({ lost: true });
      setTimeout(listen, 1000);
    });
  }

  addEventListener("connect", ({ ports: [tab] }) => {
    const forget = () => tabs.delete(tab);
    tabs.add(tab);
    tab.addEventListener("message", ({ data }) => data === "bye" && forget());
    // Only some browsers tell of a tab that ended without a word.
    tab.addEventListener("close", forget);
    tab.start();
    if (state.generation !== null || state.lost) tab.postMessage(state);
  });

  listen();
}
