package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
)

// writeFiles writes files of some length into a folder and returns their names.
func writeFiles(t *testing.T, n int) []string {
	t.Helper()
	dir := t.TempDir()
	names := make([]string, n)
	for i := range names {
		names[i] = filepath.Join(dir, fmt.Sprintf("%03d.txt", i))
		if err := os.WriteFile(names[i], []byte(strings.Repeat("甲\n", i%7)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// writer is a function that writes.
type writer func(data []byte) (int, error)

func (w writer) Write(data []byte) (int, error) { return w(data) }

// However many files there are and whatever the workers do, what comes of the files is
// printed in their order, and only so many of them are begun and not yet printed.
func TestMemoryIsThatOfFewFiles(t *testing.T) {
	const files = 1000
	held := ahead*runtime.GOMAXPROCS(0) + 2 // one more is handed over, one is printed
	names := writeFiles(t, 50)
	var begun, printed atomic.Int64
	list := func(yield func(string, error) bool) {
		for i := range files {
			if n := begun.Add(1) - printed.Load(); int(n) > held {
				t.Errorf("%d files are held at once, want at most %d", n, held)
				return
			}
			if !yield(names[i%len(names)], nil) {
				return
			}
		}
	}
	out := writer(func(data []byte) (int, error) {
		n := int(printed.Load())
		if want := names[n%len(names)]; string(data) != want {
			t.Errorf("result %d is of %s, want %s", n, data, want)
		}
		if n%10 == 0 {
			for range 5 {
				runtime.Gosched() // the workers get ahead
			}
		}
		printed.Add(1)
		return len(data), nil
	})
	status := each(list, nil, out, io.Discard, func(in input) (output, error) {
		for range len(in.file.Text()) {
			runtime.Gosched() // one takes longer than the other
		}
		return output{data: []byte(in.name)}, nil
	})
	if status != statusOK || printed.Load() != files {
		t.Errorf("status %d, %d of %d are printed", status, printed.Load(), files)
	}
}

func TestFilesFrom(t *testing.T) {
	names := writeFiles(t, 3)
	listed := strings.Join(names, "\n") + "\r\n\n" + names[0]
	list := filepath.Join(t.TempDir(), "list")
	if err := os.WriteFile(list, []byte(listed), 0o644); err != nil {
		t.Fatal(err)
	}
	want, _, _ := call("", "marks", names[1], names[0], names[1], names[2], names[0])
	for _, from := range []string{list, "-"} {
		if out, stderr, status := call(listed, "marks", "--files-from", from, names[1]); out != want || stderr != "" || status != statusOK {
			t.Errorf("from %s: %q, %q, status %d; want %q", from, out, stderr, status, want)
		}
	}
	if out, stderr, status := call("", "check", "--files-from", "-"); out+stderr != "" || status != statusOK {
		t.Errorf("an empty list: %q, %q, status %d", out, stderr, status)
	}
	for what, args := range map[string][]string{
		"absent":         {"marks", "--files-from", "absent"},
		"standard input": {"marks", "--files-from", "-", "-"},
		"files-from":     {"render", "--files-from", list},
	} {
		if _, stderr, status := call("", args...); status != statusFailed || !strings.Contains(stderr, what) {
			t.Errorf("%v: %q, status %d", args, stderr, status)
		}
	}
	// In a list, - is a file as any other.
	if _, stderr, status := call("-\n", "marks", "--files-from", "-"); status != statusFailed || !strings.Contains(stderr, "./-") {
		t.Errorf("the file -: %q, status %d", stderr, status)
	}
}

// What follows an error of the list is not known, and what came before it is done.
func TestListBreaksOff(t *testing.T) {
	name := writeFiles(t, 1)[0]
	r := io.MultiReader(strings.NewReader(name+"\n"), broken{})
	var out, stderr strings.Builder
	status := run([]string{"plain", "--files-from", "-", name}, r, &out, &stderr, "")
	if status != statusFailed || !strings.Contains(stderr.String(), "broken off") {
		t.Errorf("%q, status %d", stderr.String(), status)
	}
}

// broken is a reader that fails.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("broken off") }
