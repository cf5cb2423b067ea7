// What a panel and the page around it say to each other, by the names of their events.

/** A panel asks: run the lesson again, because its kernel does not know me. */
const START_AGAIN = "course-start-again";
/** The page asks before it lets the kernel go; whoever still needs it prevents that. */
const MAY_REST = "course-may-rest";

export { MAY_REST, START_AGAIN };
