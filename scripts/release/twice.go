package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// makeTwice makes a release of the last commit in two folders, under what may differ
// between two computers, and reports what is not the same in both.
func makeTwice() error {
	repository, err := os.Getwd()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "release")
	if err != nil {
		return err
	}
	here := build{dir: filepath.Join(dir, "here")}
	// Elsewhere nothing that was compiled before is at hand.
	there := build{
		dir:   filepath.Join(dir, "somewhere", "quite else", "there"),
		env:   []string{"TZ=Asia/Shanghai", "LC_ALL=C", "GOCACHE=" + filepath.Join(dir, "cache")},
		umask: "077",
	}
	for _, b := range []build{here, there} {
		log.Printf("making a release in %s", b.dir)
		if err := b.make(repository); err != nil {
			return err
		}
	}
	differing, err := compareSums(here.sums(), there.sums())
	if err != nil {
		return err
	}
	if len(differing) > 0 {
		return fmt.Errorf("not the same in both folders, which are kept in %s: %s", dir, strings.Join(differing, ", "))
	}
	fmt.Println("the same bytes in both folders")
	return os.RemoveAll(dir)
}

// build is one making of a release.
type build struct {
	dir   string
	env   []string
	umask string
}

func (b build) sums() string { return filepath.Join(b.dir, folder, sumsFile) }

func (b build) make(repository string) error {
	if _, err := output("git", "clone", "--quiet", repository, b.dir); err != nil {
		return err
	}
	script := "exec make --no-print-directory release"
	if b.umask != "" {
		script = "umask " + b.umask + " && " + script
	}
	cmd := exec.Command("sh", "-c", script)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), b.env...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("make release in %s: %w", b.dir, err)
	}
	return nil
}

// compareSums returns the names of files whose checksums differ between two files of
// them, or that only one of them has.
func compareSums(a, b string) ([]string, error) {
	one, err := readSums(a)
	if err != nil {
		return nil, err
	}
	other, err := readSums(b)
	if err != nil {
		return nil, err
	}
	var differing []string
	for name, sum := range one {
		if other[name] != sum {
			differing = append(differing, name)
		}
		delete(other, name)
	}
	for name := range other {
		differing = append(differing, name)
	}
	return differing, nil
}

func readSums(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	for line := range strings.Lines(string(data)) {
		sum, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok {
			return nil, fmt.Errorf("%s: %q is no checksum", path, line)
		}
		sums[name] = sum
	}
	return sums, nil
}
