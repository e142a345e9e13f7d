// Package life keeps one mind's life log on one machine: append-only, sealed,
// chained, and able to forget.
//
// The idea in one paragraph. An event is written once and never changed. Its
// words and its numbers are sealed under two keys of their own, used for nothing
// else; each event's hash covers the sealed bytes and the hash before it. To
// forget is to destroy a key: the event, its place in the chain and its numbers
// stay as they were, and its words are gone from every page, copy and backup
// that held them. So nothing is ever rewritten, the chain always verifies, and
// "forgotten" is a fact about a file of 64-byte slots.
//
// A life is a folder with four files:
//
//	mind.db     the events in SQLite, encrypted at rest (adiantum)
//	keys        two key slots for each event, wrapped by the house's key
//	keys.copy   the same: a damaged slot is repaired from its twin
//	head        where the log ended at the last append, and what it ever lost
//
// Promises and their keepers:
//
//   - acknowledged is durable: one commit, one sync of SQLite's write-ahead log;
//     keys are made and synced ahead (ring).
//   - on an error nothing was acknowledged, and nothing is there afterwards: what
//     a failed commit left behind is taken away before the next event (ready).
//   - damage is named, never served: authenticated sealing, the chain, and head,
//     because a write-ahead log drops a damaged tail without a word. What was
//     lost stays named when the log goes on, and the keys of it are kept: if the
//     lost events turn up, they open (lost).
//   - a forgetting that a crash cut short is finished at the next [Open].
//
// A minimal life:
//
//	log, err := life.Open(ctx, life.Options{Dir: dir, HouseKey: key})
//	events, err := log.Append(ctx, samantha.Draft{At: now, Origin: samantha.OriginPerson, Body: heard})
//	gone, err := log.Forget(ctx, now, events[0].ID)
//	err = log.Close()
package life
