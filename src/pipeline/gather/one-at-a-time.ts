/** Has the works of one name follow each other, while those of other names go on. */
export function createQueues(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const own = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, own);
    return own;
  };
}
