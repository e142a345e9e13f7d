package samantha

import "slices"

// Newest keeps the last n of a list, in place.
func Newest[T any](list []T, n int) []T {
	if len(list) <= n {
		return list
	}
	return slices.Delete(list, 0, len(list)-n)
}
