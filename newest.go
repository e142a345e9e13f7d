package samantha

// Newest keeps the last n of a list. It moves nothing: the room of the older
// ones is given back when the list next grows.
func Newest[T any](list []T, n int) []T {
	if len(list) <= n {
		return list
	}
	return list[len(list)-n:]
}
