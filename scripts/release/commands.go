package main

import (
	"os"
	"path/filepath"
	"time"
)

// systems are those that the command is built for.
var systems = []struct{ os, arch string }{
	{"darwin", "amd64"},
	{"darwin", "arm64"},
	{"linux", "amd64"},
	{"linux", "arm64"},
	{"windows", "amd64"},
	{"windows", "arm64"},
}

// buildCommands builds the command for each system and puts it into an archive of the
// release, beside its licences.
func buildCommands(name string, date time.Time) error {
	dir, err := os.MkdirTemp("", "policymark")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, system := range systems {
		program, ending := "policymark", ".tar.gz"
		if system.os == "windows" {
			program, ending = "policymark.exe", ".zip"
		}
		path := filepath.Join(dir, system.os, system.arch, program)
		env := []string{"CGO_ENABLED=0", "GOOS=" + system.os, "GOARCH=" + system.arch, "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0"}
		if _, err := outputIn(env, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", path, "./core/cmd/policymark"); err != nil {
			return err
		}
		files := []file{
			{name: program, path: path, executable: true},
			{name: "LICENSE", path: "LICENSE"},
			{name: noticesFile, path: noticesFile},
		}
		archive := filepath.Join(folder, name+"-"+system.os+"-"+system.arch+ending)
		if err := writeArchive(archive, files, date); err != nil {
			return err
		}
	}
	return nil
}
