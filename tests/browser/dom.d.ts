// Functions that tests send into the browser speak of its DOM.
/// <reference lib="dom" />
