// Release makes build/release of what `make build` and `make package` have made: the
// one file, the site, the npm package, the command for each system, a bill of
// materials and the checksums of all. The same commit gives the same bytes.
//
//	release            make build/release
//	release -notices   write THIRD_PARTY_NOTICES.md
//	release -check     check that it is current and that every licence is allowed
//	release -twice     make a release of the last commit in two folders and compare them
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	folder      = "build/release"
	noticesFile = "THIRD_PARTY_NOTICES.md"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("release: ")
	notices := flag.Bool("notices", false, "write "+noticesFile)
	check := flag.Bool("check", false, "check that "+noticesFile+" is current and that every licence is allowed")
	twice := flag.Bool("twice", false, "make a release of the last commit in two folders and compare them")
	flag.Parse()
	var err error
	switch {
	case *notices:
		err = writeNotices()
	case *check:
		_, err = checkedParts()
	case *twice:
		err = makeTwice()
	default:
		err = release()
	}
	if err != nil {
		log.Fatal(err)
	}
}

func writeNotices() error {
	parts, err := shippedParts()
	if err != nil {
		return err
	}
	return os.WriteFile(noticesFile, notices(parts), 0o644)
}

// checkedParts returns what ships, or an error where a licence is not allowed or the
// notices are not those of what ships.
func checkedParts() ([]part, error) {
	parts, err := shippedParts()
	if err != nil {
		return nil, err
	}
	written, err := os.ReadFile(noticesFile)
	if err != nil {
		return nil, err
	}
	if string(written) != string(notices(parts)) {
		return nil, errors.New(noticesFile + " is not current: run make notices")
	}
	return parts, nil
}

func release() error {
	parts, err := checkedParts()
	if err != nil {
		return err
	}
	made, err := dateOfCommit()
	if err != nil {
		return err
	}
	version, err := output("git", "describe", "--tags", "--always", "--dirty")
	if err != nil {
		return err
	}
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	name := "policymark-" + strings.TrimPrefix(version, "v")
	page, err := os.ReadFile("dist/policymark.html")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "policymark.html"), page, 0o644); err != nil {
		return err
	}
	site, err := filesOf("dist", "package")
	if err != nil {
		return err
	}
	if err := writeArchive(filepath.Join(folder, name+"-site.tar.gz"), site, made); err != nil {
		return err
	}
	if err := packPackage("dist/package"); err != nil {
		return err
	}
	if err := buildCommands(name, made); err != nil {
		return err
	}
	commit, err := output("git", "rev-parse", "HEAD")
	if err != nil {
		return err
	}
	bom, err := billOfMaterials(parts, product{version, commit, made})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, name+".cdx.json"), bom, 0o644); err != nil {
		return err
	}
	sums, err := writeSums(folder)
	fmt.Print(sums)
	return err
}

// packPackage makes the npm package of a folder. npm takes the modes of files as they
// are, so they are made the same whatever the umask was.
func packPackage(dir string) error {
	files, err := filesOf(dir, "")
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.Chmod(f.path, mode(f)); err != nil {
			return err
		}
	}
	_, err = output("npm", "pack", "--silent", "./"+dir, "--pack-destination", folder)
	return err
}

// dateOfCommit returns the date that everything in a release bears: that of the last
// commit, or SOURCE_DATE_EPOCH, in seconds since 1970, where that is set.
func dateOfCommit() (time.Time, error) {
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		var err error
		if seconds, err = output("git", "log", "-1", "--format=%ct"); err != nil {
			return time.Time{}, err
		}
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("the date of the release: %w", err)
	}
	return time.Unix(n, 0).UTC(), nil
}

// output runs a program and returns what it prints, without space around it.
func output(name string, args ...string) (string, error) {
	return outputIn(nil, name, args...)
}

// outputIn is output with more in the environment, as KEY=value.
func outputIn(env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", strings.Join(cmd.Args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}
