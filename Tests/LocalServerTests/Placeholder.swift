// The tests of the local web.
